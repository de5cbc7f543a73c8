package org.sockspec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sockspec.report.ReportException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a proof found, for people and for programs. */
final class ProofFiles {
    private ProofFiles() {}

    /**
     * Writes NAME.md and NAME.json.
     *
     * @throws ReportException if a file cannot be written
     */
    static void write(Path folder, ProofText text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(text.name() + ".md"), text.summary());
            Files.writeString(folder.resolve(text.name() + ".json"), json(text.rows()));
        } catch (IOException e) {
            throw ReportException.notWritten(folder, e, "Choose a folder that you can write to.");
        }
    }

    private static String json(List<? extends Record> rows) {
        var mapper = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        return rows.stream().map(mapper::writeValueAsString).collect(Collectors.joining(",\n ", "[", "]\n"));
    }
}
