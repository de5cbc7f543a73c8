package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.sockspec.catalogue.SampleCatalogue.CONNECT;
import static org.sockspec.catalogue.SampleCatalogue.COVERAGE;
import static org.sockspec.catalogue.SampleCatalogue.connectWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueLintTest {
    @TempDir
    Path folder;

    @Test
    void findsNothingInTheProjectsOwnCatalogue() {
        assertThat(CatalogueLint.check(Path.of("src/main/resources/catalogue"))).isEmpty();
    }

    @Test
    void findsNothingInTheSample() {
        assertThat(lint(CONNECT)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsFaultsOfTheFile(String finding, String text) {
        assertThat(lint(text)).extracting(this::shortened).containsExactly(finding);
    }

    static Stream<Arguments> findsFaultsOfTheFile() {
        return Stream.of(
                arguments(
                        "connect.yaml:1: connect: the fields of the file stand in another order",
                        CONNECT.replace("area: connect\n", "") + "area: connect\n"),
                arguments(
                        "connect.yaml:1: connect: area is \"bind\", the file's name says \"connect\"",
                        CONNECT.replace("area: connect", "area: bind")),
                arguments(
                        "connect.yaml:4: connect: outcome \"Kept\" is not in kebab-case",
                        CONNECT.replace("kept:", "Kept:").replace(", kept", ", Kept")),
                arguments(
                        "connect.yaml:4: connect: outcome \"kept\" has no explanation",
                        CONNECT.replace("what was there before is still there", " ")),
                arguments(
                        "connect.yaml:4: connect: outcome \"kept\" is explained but not used",
                        CONNECT.replace(", kept", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsFaultsOfTheClause(int line, String reason, String text) {
        assertThat(lint(text))
                .extracting(this::shortened)
                .containsExactly("connect.yaml:" + line + ": connect.refused.no-listener: " + reason);
    }

    static Stream<Arguments> findsFaultsOfTheClause() {
        return Stream.of(
                arguments(
                        13,
                        "accepts: \"ECONREFUSED\" is no errno, signal, symbol, literal or explained outcome",
                        CONNECT.replace("[ECONN", "[ECON")),
                arguments(21, "deviation and linux-accepts go together", connectWith("deviation: true")),
                arguments(21, "deviation and linux-accepts go together", connectWith("linux-accepts: [EACCES]")),
                arguments(
                        22,
                        "linux-accepts is within accepts, so nothing deviates",
                        connectWith("deviation: true\nlinux-accepts: [kept]")),
                arguments(
                        22,
                        "a clause of the linux profile cannot deviate from itself",
                        connectWith("deviation: true\nlinux-accepts: [EACCES]")
                                .replace("profile: posix", "profile: linux")
                                .replace("posix: \"XSH", "linux: \"XSH")),
                arguments(21, "a clause of low confidence cannot be a must", connectWith("confidence: low")),
                arguments(
                        15, "source names no section", CONNECT.replace("      posix: \"XSH connect(), ERRORS\"\n", "")),
                arguments(
                        15,
                        "a clause of the linux profile has no source.linux",
                        CONNECT.replace("profile: posix", "profile: linux")),
                arguments(9, "the statement is not one sentence", CONNECT.replace("ECONNREFUSED.", "ECONNREFUSED")),
                arguments(
                        9,
                        "the statement is not one sentence",
                        CONNECT.replace("with ECONNREFUSED.", "then. And then more.")),
                arguments(
                        9,
                        "the statement does not stand alone: \"It\"",
                        CONNECT.replace("connect() to a local", "It goes to a local")),
                arguments(18, "linux is empty", CONNECT.replace("linux: \"ECONNREFUSED\"", "linux: \"\"")),
                arguments(
                        19,
                        "check is empty or too short",
                        CONNECT.replace("bind a socket to port 0, read the port, close it, connect to it.", "try it")),
                arguments(
                        18,
                        "linux contains \"/nowhere/\"",
                        CONNECT.replace("linux: \"ECONN", "linux: \"seen in /nowhere/log, ECONN")),
                arguments(16, "posix contains \"https://\"", CONNECT.replace("XSH connect()", "https://standard")),
                arguments(
                        19,
                        "check refers to connect.refused.nobody, which does not exist",
                        CONNECT.replace("connect to it.", "connect as in connect.refused.nobody.")));
    }

    @Test
    void findsAPosixClauseWithoutAStandard() {
        var text = CONNECT.replace("posix: \"XSH", "linux: \"XSH").replace("      seed: true\n", "");
        SampleCatalogue.in(folder).with("connect.yaml", text).with(SeedCoverage.FILE, "");

        assertThat(CatalogueLint.check(folder))
                .extracting(this::shortened)
                .containsExactly("connect.yaml:15: connect.refused.no-listener: a clause of the posix profile has"
                        + " neither source.posix nor source.rfc");
    }

    @Test
    void findsWhatTwoFilesSayDifferentlyOrTwice() {
        var bind = CONNECT.replace("area: connect", "area: bind")
                .replace("connect.refused", "bind.refused")
                .replace("is still there", "is gone")
                .replace("      seed: true\n", "");
        SampleCatalogue.in(folder).with("bind.yaml", bind);

        assertThat(lint(CONNECT))
                .extracting(this::shortened)
                .containsExactly(
                        "connect.yaml:4: connect: outcome \"kept\" means something else in another file",
                        "connect.yaml:9: connect.refused.no-listener: the statement is that of bind.refused.no-listener");
    }

    @Test
    void stillFindsTheRestBesideAMalformedClause() {
        var text = CONNECT.replace("area: connect", "area: bind").replace("must", "musst");

        assertThat(lint(text)).extracting(Finding::line).containsExactly(1, 7);
    }

    @Test
    void findsThatTheFolderIsEmpty(@TempDir Path empty) {
        assertThat(CatalogueLint.check(empty))
                .extracting(Finding::reason)
                .containsExactly("the folder has no catalogue files");
    }

    @Test
    void findsThatTheTableIsMissing(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("connect.yaml"), CONNECT);

        assertThat(CatalogueLint.check(other))
                .singleElement()
                .hasToString(other + "/seed-coverage.md:1: seed: the file is missing;"
                        + " write the table of the seed's statements and their clauses");
    }

    @Test
    void findsATableThatNamesTooMuch() {
        SampleCatalogue.in(folder)
                .with("connect.yaml", CONNECT.replace("      seed: true\n", ""))
                .with(SeedCoverage.FILE, COVERAGE + "| See `README.md`. | `connect.nothing` |\n");

        assertThat(CatalogueLint.check(folder))
                .extracting(this::shortened)
                .containsExactly(
                        "seed-coverage.md:3: connect.refused.no-listener: the clause is not marked seed: true",
                        "seed-coverage.md:4: connect.nothing: the clause does not exist");
    }

    @Test
    void findsATableThatNamesTooLittle() {
        SampleCatalogue.in(folder).with("connect.yaml", CONNECT).with(SeedCoverage.FILE, "");

        assertThat(CatalogueLint.check(folder))
                .extracting(this::shortened)
                .containsExactly("connect.yaml:17: connect.refused.no-listener:"
                        + " marked seed: true, but seed-coverage.md does not name it");
    }

    private List<Finding> lint(String connect) {
        return CatalogueLint.check(
                SampleCatalogue.in(folder).with("connect.yaml", connect).folder());
    }

    private String shortened(Finding finding) {
        var file = folder.relativize(Path.of(finding.file()));
        return file + ":" + finding.line() + ": " + finding.id() + ": " + finding.reason();
    }
}
