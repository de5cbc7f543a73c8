package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;

class CatalogueInJarTest {
    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    Path folder;

    @Test
    void findsTheSameAreasAsInAFolderOfClasses() throws IOException, ReflectiveOperationException {
        URL[] classPath = {
            jarOf(CLASSES).toUri().toURL(),
            LoadSettings.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (var loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(Catalogue.class.getName());
            var catalogue = type.getMethod("own").invoke(null);

            assertThat(type).isNotEqualTo(Catalogue.class);
            assertThat(type.getMethod("areas").invoke(catalogue))
                    .isEqualTo(Catalogue.own().areas());
        }
    }

    private Path jarOf(Path classes) throws IOException {
        var jar = folder.resolve("spec with a space.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
