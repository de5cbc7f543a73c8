package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
    private final Console console = new Console();

    @TempDir
    Path parent;

    @ParameterizedTest
    @CsvSource({"c, cc", "go, go", "node, node", "python, python3"})
    void whatItWritesPassesTheCheck(String language, String tool) throws Exception {
        requireTool(tool);
        var folder = init(language);
        if (Files.exists(folder.resolve("build"))) {
            build(folder);
        }

        check(folder);
    }

    /** Maven would need this project in its repository, so the compiler alone builds it here. */
    @Test
    void whatItWritesInJavaPassesTheCheck() throws IOException {
        var folder = init("java");
        var classes = Files.createDirectories(folder.resolve("target/classes"));
        putClassPathInto(Files.createDirectories(folder.resolve("target/lib")));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "--release",
                        "17",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        folder.resolve("Testee.java").toString());

        assertThat(status).isZero();
        check(folder);
    }

    @Test
    void theProjectInJavaDependsOnThisVersion() throws IOException {
        var version = "<version>" + versionOf(Files.readString(Path.of("pom.xml"))) + "</version>";

        assertThat(Files.readString(init("java").resolve("pom.xml"))).contains(version);
    }

    @Test
    void writesIntoAnEmptyFolderThatIsThere() throws IOException {
        Files.createDirectory(parent.resolve("new"));

        assertThat(init("python").resolve("run")).isExecutable();
    }

    @Test
    void leavesAFolderThatIsInUseAlone() throws IOException {
        var mine = Files.createDirectory(parent.resolve("new")).resolve("mine");
        Files.writeString(mine, "mine");

        assertThat(console.sockspec("init", "c", mine.getParent().toString())).isEqualTo(64);
        assertThat(console.err()).contains("is not empty");
        assertThat(mine.getParent()).isDirectoryContaining(mine::equals);
        assertThat(mine.getParent().resolve("run")).doesNotExist();
    }

    @Test
    void saysWhyAFolderCannotBeWritten() throws IOException {
        var file = Files.createFile(parent.resolve("file"));

        assertThat(console.sockspec("init", "c", file.toString())).isEqualTo(70);
        assertThat(console.err()).contains("cannot write " + file, "Choose a folder");
    }

    private Path init(String language) {
        var folder = parent.resolve("new");

        assertThat(console.sockspec("init", language, folder.toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("./sockspec check-testee -- " + folder + "/run");
        return folder;
    }

    private void check(Path folder) {
        assertThat(console.sockspec("check-testee", "--", folder.resolve("run").toString()))
                .as(console.out() + console.err())
                .isZero();
        assertThat(console.out())
                .contains("works    sends and receives", "works    ends a session that has a blocked call")
                .doesNotContain("BROKEN");
    }

    private static void build(Path folder) throws Exception {
        var log = folder.resolveSibling("build.log");
        var build = new ProcessBuilder(folder.resolve("build").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(build.waitFor()).as(Files.readString(log)).isZero();
        assertThat(log).isEmptyFile();
    }

    private static void putClassPathInto(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (var out = Files.newOutputStream(folder.resolve("class-path.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static String versionOf(String pom) {
        return pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));
    }

    /** What CI promises must be there; on a developer's machine a language may be missing. */
    private static void requireTool(String tool) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        if (System.getenv("SOCKSPEC_CI_LANGUAGES") == null) {
            assumeTrue(found, tool + " is missing");
        }
        assertThat(found).as(tool).isTrue();
    }
}
