package org.sockspec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sockspec.report.ReportException;

/**
 * A testee to begin with, in one language; its files are resources and are copied as they are.
 *
 * @param source the files that are not in every template
 */
record Template(String language, List<String> source) {
    static final List<Template> ALL = List.of(
            new Template("c", List.of("build", "testee.c")),
            new Template("go", List.of("build", "go.mod", "testee.go")),
            new Template("java", List.of("build", "pom.xml", "Testee.java")),
            new Template("node", List.of("testee.mjs")),
            new Template("python", List.of("testee.py")));

    private static final List<String> COMMON = List.of("README.md", "ci-snippet.yml", "run");
    private static final Set<String> PROGRAMS = Set.of("build", "run");

    /**
     * Finds the one of a language.
     *
     * @throws UsageException if there is none; the message names the languages that there are
     */
    static Template of(String language) {
        return ALL.stream()
                .filter(template -> template.language.equals(language))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no template in \"" + language + "\"; there are "
                        + String.join(", ", ALL.stream().map(Template::language).toList())));
    }

    List<String> files() {
        return Stream.concat(COMMON.stream(), source.stream()).toList();
    }

    boolean isBuilt() {
        return source.contains("build");
    }

    /**
     * Writes the files into a folder, which is created where it is missing.
     *
     * @throws UsageException if there is something in it
     */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var found = Files.list(folder)) {
                if (found.findAny().isPresent()) {
                    throw new UsageException(folder + " is not empty; choose a new folder, or an empty one");
                }
            }
            for (var file : files()) {
                write(file, folder.resolve(file));
            }
        } catch (IOException e) {
            throw ReportException.notWritten(folder, e, "Choose a folder that you can write to.");
        }
    }

    private void write(String file, Path target) throws IOException {
        var resource = "/init/" + language + "/" + file;
        try (var content = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            Files.copy(content, target);
        }
        if (PROGRAMS.contains(file) && !target.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
