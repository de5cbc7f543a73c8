package org.sockspec.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of the variable PATH.
 *
 * @param variables the environment variables
 */
public record SearchPath(Map<String, String> variables) {

    /** Returns that of this process. */
    public static SearchPath ofThisProcess() {
        return new SearchPath(System.getenv());
    }

    /** Finds a program as a shell would. */
    public Optional<Path> find(String program) {
        return Arrays.stream(variables.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
