package org.sockspec.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A YAML file of the catalogue, still unread.
 *
 * @param name what findings call it
 */
record CatalogueFile(String name, String text) {
    private static final String FOLDER = "catalogue";
    private static final String ENDING = ".yaml";
    private static final String MARKER = "/" + FOLDER + "/README.md";

    /** Returns the area that the file's name says. */
    String area() {
        return name.substring(name.lastIndexOf('/') + 1, name.length() - ENDING.length());
    }

    /** Finds the project's own files, sorted by area, in a folder of classes or in a jar. */
    static List<CatalogueFile> onClassPath() {
        var marker = CatalogueFile.class.getResource(MARKER);
        if (marker == null) {
            throw new IllegalStateException("the class path has no " + MARKER + "; build the module spec again");
        }
        try {
            return marker.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : in(Path.of(marker.toURI()).resolveSibling(""), FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read from " + marker, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the catalogue is at a place that has no path: " + marker, e);
        }
    }

    /** Finds the files in a folder, sorted by area. */
    static List<CatalogueFile> in(Path folder) {
        try {
            return in(folder, folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read from " + folder, e);
        }
    }

    private static List<CatalogueFile> in(Path folder, String label) throws IOException {
        var files = new ArrayList<CatalogueFile>();
        try (var paths = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var path : paths) {
                files.add(of(label + "/" + path.getFileName(), Files.readAllBytes(path)));
            }
        }
        return sorted(files);
    }

    private static List<CatalogueFile> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        var files = new ArrayList<CatalogueFile>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(FOLDER + "/") && entry.getName().endsWith(ENDING)) {
                    try (var content = jar.getInputStream(entry)) {
                        files.add(of(entry.getName(), content.readAllBytes()));
                    }
                }
            }
        }
        return sorted(files);
    }

    private static CatalogueFile of(String name, byte[] content) {
        return new CatalogueFile(name, new String(content, StandardCharsets.UTF_8));
    }

    private static List<CatalogueFile> sorted(List<CatalogueFile> files) {
        return files.stream().sorted(Comparator.comparing(CatalogueFile::area)).toList();
    }
}
