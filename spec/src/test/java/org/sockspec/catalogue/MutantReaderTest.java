package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.catalogue.SampleCatalogue.connectWith;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.SocketType;

class MutantReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsAllConditions() {
        var rule = rule("{on: [recv, recvfrom], where: {flags: [MSG_PEEK], length: 3}, domain: inet6, type: dgram,"
                + " nonblocking: false, state: fresh, before: {bind: success}, without: connect,"
                + " session-before: {recv: '0'}, session-without: listen, nth: 2, result: success, gives: EAGAIN}");

        assertThat(rule)
                .isEqualTo(new Rule(
                        Set.of("recv", "recvfrom"),
                        Map.of("flags", List.of("MSG_PEEK"), "length", 3),
                        Domain.AF_INET6,
                        SocketType.SOCK_DGRAM,
                        false,
                        Rule.State.FRESH,
                        new Past(Map.of("bind", "success"), Set.of("connect")),
                        new Past(Map.of("recv", "0"), Set.of("listen")),
                        2,
                        new Result("success"),
                        new Effect.Gives(Outcome.failed(Errno.EAGAIN), false)));
    }

    @Test
    void leavesConditionsOut() {
        assertThat(rule("{on: connect, skip: true}"))
                .isEqualTo(new Rule(
                        Set.of("connect"),
                        Map.of(),
                        null,
                        null,
                        null,
                        null,
                        Past.ANY,
                        Past.ANY,
                        null,
                        null,
                        new Effect.Skip()));
    }

    @Test
    void readsNestedParameters() {
        assertThat(
                        rule("{on: setsockopt, where: {option: SO_LINGER, value: {on: true, seconds: 4294967296}}, skip: true}")
                                .where())
                .isEqualTo(Map.of("option", "SO_LINGER", "value", Map.of("on", true, "seconds", 4294967296L)));
    }

    @Test
    void readsEffects() {
        assertThat(rule("{on: connect, gives: \"7\"}").effect())
                .isEqualTo(new Effect.Gives(Outcome.returned(7), false));
        assertThat(rule("{on: connect, gives: EINTR, after: true}").effect())
                .isEqualTo(new Effect.Gives(Outcome.failed(Errno.EINTR), true));
        assertThat(rule("{on: connect, never: true}").effect()).isEqualTo(new Effect.Never());
        assertThat(rule("{on: accept, early: EAGAIN}").effect())
                .isEqualTo(new Effect.Early(Outcome.failed(Errno.EAGAIN)));
        assertThat(rule("{on: accept, swapped: true}").effect()).isEqualTo(new Effect.Swapped());
        assertThat(rule("{on: connect, delay: 50}").effect()).isEqualTo(new Effect.Delay(50));
        assertThat(rule("{on: accept, also: shutdown}").effect()).isEqualTo(new Effect.Also(Effect.Also.Deed.SHUTDOWN));
        assertThat(rule("{on: socket, instead: {type: SOCK_DGRAM, flags: []}}").effect())
                .isEqualTo(new Effect.Instead(Map.of("type", "SOCK_DGRAM", "flags", List.of())));
    }

    @Test
    void readsWhatIsStored() {
        var changes = "{value: 1, address: other-port, addressLength: 0, data: dropped-last, messageFlags: [MSG_TRUNC],"
                + " control: none, revents: [POLLERR], ready: [except], option: 3, fileFlags: [], mode: S_IFREG,"
                + " mismatchAt: -1, ints: 4, overwritten: 15}";

        assertThat(rule("{on: recvmsg, stored: " + changes + "}").effect())
                .isEqualTo(new Effect.Stored(new Changes(
                        1L,
                        Changes.AddressChange.OTHER_PORT,
                        0,
                        Changes.DataChange.DROPPED_LAST,
                        Set.of(MessageFlag.MSG_TRUNC),
                        Changes.ControlChange.NONE,
                        Set.of(PollEvent.POLLERR),
                        Set.of(Changes.ReadySet.EXCEPT),
                        OptionValue.of(3),
                        Set.<FileFlag>of(),
                        "S_IFREG",
                        -1L,
                        4,
                        15)));
    }

    @Test
    void readsOptionValuesOfAllForms() {
        assertThat(option("SOCK_STREAM")).isEqualTo(new OptionValue.Symbol("SOCK_STREAM"));
        assertThat(option("{on: true, seconds: 2}")).isEqualTo(new OptionValue.Linger(true, 2));
        assertThat(option("{micros: 10}")).isEqualTo(new OptionValue.Timeout(10));
    }

    @Test
    void tellsWhetherTheRealCallIsMadeFirst() {
        assertThat(rule("{on: connect, gives: \"0\"}").callsFirst()).isFalse();
        assertThat(rule("{on: connect, gives: \"0\", after: true}").callsFirst())
                .isTrue();
        assertThat(rule("{on: connect, gives: \"0\", result: EACCES}").callsFirst())
                .isTrue();
        assertThat(rule("{on: connect, early: \"0\"}").callsFirst()).isFalse();
        assertThat(rule("{on: connect, also: close}").callsFirst()).isTrue();
    }

    private OptionValue option(String value) {
        var effect = (Effect.Stored)
                rule("{on: getsockopt, stored: {option: " + value + "}}").effect();
        return effect.changes().option();
    }

    private Rule rule(String rule) {
        SampleCatalogue.in(folder)
                .with("connect.yaml", connectWith("mutants:\n  - id: broken\n    rules:\n      - " + rule));
        var mutants = Catalogue.read(folder).get("connect.refused.no-listener").mutants();
        assertThat(mutants).extracting(Mutant::id).containsExactly("broken");
        return mutants.get(0).rules().get(0);
    }
}
