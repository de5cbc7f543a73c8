package org.sockspec.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A YAML file of the catalogue, still unread.
 *
 * @param name what findings call it
 */
record CatalogueFile(String name, String text) {
    private static final String ENDING = ".yaml";

    /** Returns the area that the file's name says. */
    String area() {
        return name.substring(name.lastIndexOf('/') + 1, name.length() - ENDING.length());
    }

    /** Finds the files in a folder, sorted by area. */
    static List<CatalogueFile> in(Path folder) {
        try {
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read from " + folder, e);
        }
    }

    private static List<CatalogueFile> read(Path folder) throws IOException {
        var files = new ArrayList<CatalogueFile>();
        try (var paths = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var path : paths) {
                files.add(new CatalogueFile(
                        path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
            }
        }
        files.sort(Comparator.comparing(CatalogueFile::area));
        return files;
    }
}
