package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueImageTest {
    private static final String YAML = "src/main/resources/catalogue";

    @TempDir
    Path folder;

    @Test
    void holdsWhatTheYamlFilesHold() throws IOException {
        CatalogueImage.main(new String[] {YAML, folder.toString()});
        var read = new Catalogue(
                CatalogueImage.read(folder.resolve("catalogue.image").toUri().toURL()));
        var yaml = Catalogue.read(Path.of(YAML));

        assertThat(read.clauses()).containsExactlyElementsOf(yaml.clauses());
        assertThat(read.areas()).isEqualTo(yaml.areas());
        assertThat(read.areas()).allSatisfy(area -> assertThat(read.title(area)).isEqualTo(yaml.title(area)));
    }
}
