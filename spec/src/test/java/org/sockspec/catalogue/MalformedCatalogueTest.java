package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.sockspec.catalogue.SampleCatalogue.CONNECT;
import static org.sockspec.catalogue.SampleCatalogue.connectWith;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSampleThatTheOthersBreak() {
        var catalogue = Catalogue.read(
                SampleCatalogue.in(folder).with("connect.yaml", CONNECT).folder());

        assertThat(catalogue.get("connect.refused.no-listener").cases())
                .extracting(CaseId::toString)
                .containsExactly("connect.refused.no-listener@inet.stream", "connect.refused.no-listener@inet6.stream");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void saysWhereAndWhy(String finding, String text) {
        SampleCatalogue.in(folder).with("connect.yaml", text);

        var error = catchThrowableOfType(CatalogueException.class, () -> Catalogue.read(folder));

        assertThat(error.findings()).singleElement().asString().isEqualTo(folder + "/connect.yaml:" + finding);
        assertThat(error)
                .hasMessage("the clause catalogue has 1 fault:\n  "
                        + error.findings().get(0));
    }

    static Stream<Arguments> saysWhereAndWhy() {
        return Stream.of(
                arguments("1: connect: the file is empty; write area, title, outcomes and clauses, or remove it", ""),
                arguments(
                        "2: connect: the file is not UTF-8 text; save it in UTF-8",
                        CONNECT.replace("connection", "conne\uFFFDion")),
                arguments(
                        "2: connect: the file is not YAML: mapping values are not allowed here;"
                                + " mind the indentation, and put text with : or # between double quotes",
                        CONNECT.replace("\"Initiating a connection\"", "Initiating: a connection")),
                arguments(
                        "3: connect: the file is not YAML: unprintable character;"
                                + " mind the indentation, and put text with : or # between double quotes",
                        CONNECT.replace("outcomes:", "outcomes:\u0007")),
                arguments(
                        "14: connect: the file is not YAML: an alias stands where the catalogue has a name or value;"
                                + " mind the indentation, and put text with : or # between double quotes",
                        CONNECT.replace("needs: []", "needs: *none")),
                arguments(
                        "21: connect: a second document begins; keep one per file, without ---", CONNECT + "---\n{}\n"),
                arguments("1: connect: the file must be a mapping; write its fields as NAME: VALUE", "[area, title]"),
                arguments(
                        "1: connect: field \"title\" is missing; add it to the file",
                        CONNECT.replace("title: \"Initiating a connection\"", "")),
                arguments(
                        "4: connect: kept: \"5\" must be text;"
                                + " put a number, true, false or null between double quotes",
                        CONNECT.replace("\"what was there before is still there\"", "5")),
                arguments(
                        about("6", "the clause must be a mapping; write its fields as NAME: VALUE")
                                .replace("connect.refused.no-listener", "connect"),
                        CONNECT.substring(0, CONNECT.indexOf("  - id")) + "  - connect.refused.no-listener\n"),
                arguments(
                        about("21", "unknown field \"diffs\"; did you mean differs or id?"),
                        connectWith("diffs: \"none\"")),
                arguments(about("21", "field \"level\" stands twice; keep one of them"), connectWith("level: should")),
                arguments(
                        about("6", "field \"linux\" is missing; add it to the clause"),
                        CONNECT.replace("linux: \"ECONNREFUSED\"", "")),
                arguments(
                        "6: Connect.1: id: \"Connect.1\" is not an id; write lower-case words joined by dots,"
                                + " the area first, no numbers as words",
                        CONNECT.replace("connect.refused.no-listener", "Connect.1")),
                arguments(
                        "6: bind.refused: the id does not begin with its area; begin it with \"connect.\"",
                        CONNECT.replace("connect.refused.no-listener", "bind.refused")),
                arguments(
                        about("7", "level: \"musst\" is unknown; use one of must, should, may, unspecified"),
                        CONNECT.replace("must", "musst")),
                arguments(
                        about("8", "profile: \"bsd\" is unknown; use one of posix, linux"),
                        CONNECT.replace("profile: posix", "profile: bsd")),
                arguments(
                        about("11", "domains: \"ipx\" is unknown; use one of inet, inet6, unix"),
                        CONNECT.replace("inet6", "ipx")),
                arguments(about("11", "domains repeats \"inet\"; keep one of them"), CONNECT.replace("inet6", "inet")),
                arguments(about("12", "types is empty; name at least one"), CONNECT.replace("[stream]", "[]")),
                arguments(about("12", "types must be a list; write [A, B]"), CONNECT.replace("[stream]", "stream")),
                arguments(
                        about(
                                "13",
                                "accepts: \"0\" must be text;"
                                        + " put a number, true, false or null between double quotes"),
                        CONNECT.replace("ECONNREFUSED, kept", "0, kept")),
                arguments(
                        about(
                                "14",
                                "needs: \"rot\" is unknown; use one of fault-proxy, netns, root, multicast, signals,"
                                        + " second-process, fd-limit, descriptor-numbers, long-wait, own-machine,"
                                        + " name-service, no-trigger"),
                        CONNECT.replace("needs: []", "needs: [rot]")),
                arguments(
                        about("16", "unknown field \"posixx\"; use one of posix, rfc, linux, seed"),
                        CONNECT.replace("      posix:", "      posixx:")),
                arguments(
                        about("17", "seed: \"false\" can only be true; write true, or leave it out"),
                        CONNECT.replace("seed: true", "seed: false")),
                arguments(
                        about("21", "deviation: \"yes\" must be true or false; write true, or leave it out"),
                        connectWith("deviation: yes")),
                arguments(
                        about("21", "confidence: \"high\" is unknown; use one of low"),
                        connectWith("confidence: high")),
                arguments(
                        about("21", "the id stands in line 6 already; choose another"),
                        CONNECT + CONNECT.substring(CONNECT.indexOf("  - id"))));
    }

    private static String about(String line, String reason) {
        return line + ": connect.refused.no-listener: " + reason;
    }

    @Test
    void listsAllFindingsOfAllFilesAtOnce() {
        SampleCatalogue.in(folder)
                .with(
                        "connect.yaml",
                        CONNECT.replace("level: must", "level: musst").replace("needs: []", "need: []"))
                .with("bind.yaml", "");

        var error = catchThrowableOfType(CatalogueException.class, () -> Catalogue.read(folder));

        assertThat(error.findings()).extracting(Finding::line).containsExactly(1, 7, 14, 6);
        assertThat(error).hasMessageStartingWith("the clause catalogue has 4 faults:\n");
    }
}
