package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sockspec.catalogue.SampleCatalogue.connectWith;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedMutantTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{gives: '0'} | field \"on\" is missing",
                "{on: conect, gives: '0'} | on: \"conect\" is unknown",
                "{on: [connect, conect], gives: '0'} | on: \"conect\" is unknown",
                "{on: [], gives: '0'} | on is empty",
                "{on: connect, when: 1, gives: '0'} | unknown field \"when\"",
                "{on: connect} | the rule has no effect",
                "{on: connect, gives: '0', delay: 5} | the rule has 2 effects",
                "{on: connect, gives: 0} | gives: \"0\" is no answer",
                "{on: connect, gives: success} | gives: \"success\" is no answer",
                "{on: connect, gives: ENOPE} | gives: \"ENOPE\" is no answer",
                "{on: connect, early: soon} | early: \"soon\" is no answer",
                "{on: connect, result: failure, gives: '0'} | result: \"failure\" is no result",
                "{on: connect, result: success, early: '0'} | result needs the real call to be made first, which early does not do",
                "{on: connect, after: true, never: true} | after belongs to gives, not to never",
                "{on: connect, never: false} | never: \"false\" can only be true",
                "{on: connect, delay: soon} | delay: \"soon\" must be a number from 1 to 2147483647",
                "{on: connect, delay: 99999999999} | delay: \"99999999999\" must be a number from 1 to 2147483647",
                "{on: connect, nth: 0, gives: '0'} | nth: \"0\" must be a number from 1 to 2147483647",
                "{on: connect, domain: AF_INET, gives: '0'} | domain: \"AF_INET\" is unknown",
                "{on: connect, type: raw, gives: '0'} | type: \"raw\" is unknown",
                "{on: connect, state: bound, gives: '0'} | state: \"bound\" is unknown",
                "{on: connect, before: {bin: success}, gives: '0'} | unknown field \"bin\"",
                "{on: connect, before: {bind: '1'}, gives: '0'} | bind: \"1\" is nothing that a call comes to",
                "{on: connect, without: bin, gives: '0'} | without: \"bin\" is unknown",
                "{on: connect, nonblocking: yes, gives: '0'} | nonblocking: \"yes\" must be true or false",
                "{on: connect, also: dup} | also: \"dup\" is unknown",
                "{on: connect, where: [fd], gives: '0'} | where must be a mapping",
                "{on: connect, where: {backlog: 1}, gives: '0'} | unknown field \"backlog\"",
                "{on: [send, write], where: {flags: []}, gives: '0'} | unknown field \"flags\"",
                "{on: recv, where: {flags: [MSG_PEAK]}, gives: '0'} | flags: \"MSG_PEAK\" is unknown",
                "{on: [recv, accept], gives: '0'} | the call would give a descriptor that the process may have for itself",
                "{on: socket, instead: {type: stream}} | type: \"stream\" is unknown",
                "{on: listen, instead: {backlog: many}} | backlog: \"many\" must be a number from -2147483648 to 2147483647",
                "{on: recv, stored: {dat: doubled}} | unknown field \"dat\"",
                "{on: recv, stored: {}} | stored changes nothing",
                "{on: recv, stored: {data: lost}} | data: \"lost\" is unknown",
                "{on: poll, stored: {revents: [IN]}} | revents: \"IN\" is unknown",
                "{on: fstat, stored: {mode: socket}} | mode: \"socket\" is no file type",
                "{on: getsockopt, stored: {option: [1]}} | option is no option value",
                "{on: getsockopt, stored: {option: {on: true}}} | field \"seconds\" is missing",
            })
    void saysWhatIsWrongWithARule(String rule, String reason) {
        assertThat(finding("id: broken\n    rules:\n      - " + rule.replace('\'', '"')))
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo(folder + "/connect.yaml");
                    assertThat(finding.line()).isEqualTo(24);
                    assertThat(finding.id()).isEqualTo("connect.refused.no-listener");
                    assertThat(finding.reason()).isEqualTo(reason);
                    assertThat(finding.hint()).isNotBlank();
                });
    }

    @Test
    void hintsAtWhatACallHas() {
        assertThat(finding("id: broken\n    rules:\n      - {on: [send, recv], where: {flag: []}, gives: \"0\"}"))
                .extracting(Finding::hint)
                .isEqualTo("use one of fd, flags");
    }

    @Test
    void wantsANameInKebabCase() {
        assertThat(finding("id: Broken\n    rules:\n      - {on: connect, gives: \"0\"}"))
                .isEqualTo(new Finding(
                        folder + "/connect.yaml",
                        22,
                        "connect.refused.no-listener",
                        "id: \"Broken\" is not a mutant's name",
                        "write lower-case words joined by hyphens"));
    }

    @Test
    void wantsRules() {
        assertThat(finding("id: broken\n    rules: []"))
                .extracting(Finding::reason)
                .isEqualTo("rules is empty");
    }

    @Test
    void wantsDifferentNames() {
        var mutant = "{id: broken, rules: [{on: connect, skip: true}]}";

        assertThat(finding(mutant + "\n  - " + mutant))
                .extracting(Finding::line, Finding::reason)
                .containsExactly(23, "two mutants are called \"broken\"");
    }

    private Finding finding(String mutant) {
        SampleCatalogue.in(folder).with("connect.yaml", connectWith("mutants:\n  - " + mutant));
        var error = catchThrowableOfType(CatalogueException.class, () -> Catalogue.read(folder));
        assertThat(error.findings()).hasSize(1);
        return error.findings().get(0);
    }
}
