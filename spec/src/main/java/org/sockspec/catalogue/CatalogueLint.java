package org.sockspec.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks a catalogue against all its rules, those that reading it does not need included. */
public final class CatalogueLint {
    private CatalogueLint() {}

    /** Returns everything that is wrong with the catalogue in a folder, by file and line. */
    public static List<Finding> check(Path folder) {
        var findings = new ArrayList<Finding>();
        var areas = Areas.read(CatalogueFile.in(folder), findings);
        if (areas.isEmpty() && findings.isEmpty()) {
            return List.of(new Finding(
                    folder.toString(), 1, "catalogue", "the folder has no catalogue files", "name another folder"));
        }
        boolean complete = findings.isEmpty();
        for (var area : areas) {
            AreaRules.check(area, findings);
        }
        if (complete) {
            WholeRules.check(areas, findings);
            SeedCoverage.check(folder, areas, findings);
        }
        findings.sort(Comparator.comparing(Finding::file).thenComparing(Finding::line));
        return List.copyOf(findings);
    }
}
