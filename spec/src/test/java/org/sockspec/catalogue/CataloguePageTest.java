package org.sockspec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguePageTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String page = page();

    @Test
    void itsExampleCanBeRead(@TempDir Path folder) throws IOException {
        var example = YAML.matcher(page).results().findFirst().orElseThrow().group(1);
        Files.writeString(folder.resolve("connect.yaml"), example);

        assertThat(Catalogue.read(folder).get("connect.refused.no-listener").mutants())
                .hasSize(1);
    }

    @Test
    void itHasARowForEveryNeed() {
        assertThat(Stream.of(Need.values()))
                .allSatisfy(need -> assertThat(page).contains("| `" + need.symbol() + "` |"));
    }

    private static String page() {
        try (var content = CataloguePageTest.class.getResourceAsStream("/catalogue/README.md")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
