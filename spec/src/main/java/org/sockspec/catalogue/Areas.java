package org.sockspec.catalogue;

import java.util.HashMap;
import java.util.List;

/** Reads the files of a catalogue together. */
final class Areas {
    private Areas() {}

    /** Returns what could be read, and adds what is wrong to the findings. */
    static List<Area> read(List<CatalogueFile> files, List<Finding> findings) {
        var read = files.parallelStream().map(AreaReader::read).toList();
        read.forEach(file -> findings.addAll(file.findings()));
        var areas = read.stream().flatMap(file -> file.area().stream()).toList();
        noteRepeatedIds(areas, findings);
        return areas;
    }

    private static void noteRepeatedIds(List<Area> areas, List<Finding> findings) {
        var first = new HashMap<String, Integer>();
        for (var area : areas) {
            for (var entry : area.entries()) {
                var id = entry.clause().id();
                int line = entry.yaml().line("id");
                var before = first.putIfAbsent(id, line);
                if (before != null) {
                    findings.add(new Finding(
                            area.file(), line, id, "the id stands in line " + before + " already", "choose another"));
                }
            }
        }
    }
}
