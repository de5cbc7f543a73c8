package org.sockspec.catalogue;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The catalogue as the build has checked and parsed it. In a jar it is read instead of the YAML files that stand beside
 * it; in a folder of classes it is not, since somebody may be editing there.
 */
public final class CatalogueImage {
    private static final String NAME = "catalogue.image";

    private CatalogueImage() {}

    /**
     * Writes the image; called by the build.
     *
     * @param arguments the folder of the YAML files, and the folder to write to
     * @throws CatalogueException if an entry is malformed
     */
    public static void main(String[] arguments) throws IOException {
        var files = CatalogueFile.in(Path.of(arguments[0]));
        Catalogue.of(files);
        var target = Files.createDirectories(Path.of(arguments[1])).resolve(NAME);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(files.size());
            for (var file : files) {
                NodeImage.writeText(file.area(), out);
                NodeImage.write(YamlText.parse(file.text(), Notes.none()).orElseThrow(), out);
            }
        }
    }

    /** Reads the catalogue that this class came with. */
    static Catalogue beside() {
        var yaml = CatalogueImage.class.getResource("/catalogue/README.md");
        if (yaml == null) {
            throw new IllegalStateException("the class path has no catalogue; build the module spec again");
        }
        if (!yaml.getProtocol().equals("file")) {
            return new Catalogue(read(Objects.requireNonNull(CatalogueImage.class.getResource("/" + NAME), NAME)));
        }
        try {
            return Catalogue.read(Path.of(yaml.toURI()).resolveSibling(""));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the catalogue is at a place that has no path: " + yaml, e);
        }
    }

    static List<Area> read(URL image) {
        try (var stream = image.openStream()) {
            var in = ByteBuffer.wrap(stream.readAllBytes());
            int count = in.getInt();
            var areas = new ArrayList<Area>(count);
            for (int i = 0; i < count; i++) {
                areas.add(AreaReader.trusting(NodeImage.readText(in), NodeImage.read(in)));
            }
            return areas;
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read from " + image, e);
        }
    }
}
