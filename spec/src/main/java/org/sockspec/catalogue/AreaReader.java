package org.sockspec.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file of the catalogue. */
final class AreaReader {
    private static final Shape FILE = new Shape()
            .required("area", Kind.text())
            .required("title", Kind.text())
            .required("outcomes", Kind.texts())
            .required("clauses", Kind.list());

    private final String name;
    private final String file;
    private final Notes notes;

    private AreaReader(String name, String file, Notes notes) {
        this.name = name;
        this.file = file;
        this.notes = notes;
    }

    /**
     * What became of a file.
     *
     * @param area as much as could be read; nothing if it has no clauses to read at all
     * @param findings why it may be less than what the file holds
     */
    record Read(Optional<Area> area, List<Finding> findings) {}

    static Read read(CatalogueFile file) {
        var reader = new AreaReader(file.area(), file.name(), Notes.on(file.name(), file.area()));
        var area = YamlText.parse(file.text(), reader.notes).flatMap(reader::area);
        return new Read(area, reader.notes.findings());
    }

    /** Reads what was read before without a finding. */
    static Area trusting(String name, Node root) {
        return new AreaReader(name, "", Notes.none()).area(root).orElseThrow();
    }

    private Optional<Area> area(Node root) {
        if (!FILE.fits("the file", root, notes)) {
            return Optional.empty();
        }
        var yaml = new YamlMap(root);
        var entries = new ArrayList<Area.Entry>();
        for (var node : yaml.items("clauses")) {
            new ClauseReader(name, notes.about(idOf(node))).read(node).ifPresent(entries::add);
        }
        return Optional.of(
                new Area(name, file, yaml.text("title"), yaml.map("outcomes").toTexts(), entries, yaml));
    }

    private String idOf(Node clause) {
        if (clause instanceof Node.Mapping mapping) {
            for (var field : mapping.fields()) {
                if (field.name().value().equals("id") && field.value() instanceof Node.Scalar id) {
                    return id.value();
                }
            }
        }
        return name;
    }
}
