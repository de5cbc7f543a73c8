package org.sockspec.catalogue;

import java.util.List;
import java.util.Map;

/**
 * One file of the catalogue.
 *
 * @param name the name of the area
 * @param file what findings call the file
 * @param outcomes explanations by outcome name
 * @param yaml the file itself, for line numbers
 */
record Area(String name, String file, String title, Map<String, String> outcomes, List<Entry> entries, YamlMap yaml) {

    /** A clause and where it stands. */
    record Entry(Clause clause, YamlMap yaml) {}
}
