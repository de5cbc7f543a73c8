package org.sockspec.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Collects findings about one clause, or one area, of a file. */
final class Notes {
    private static final Notes NONE = new Notes("", "", List.of());

    private final String file;
    private final String id;
    private final List<Finding> findings;

    private Notes(String file, String id, List<Finding> findings) {
        this.file = file;
        this.id = id;
        this.findings = findings;
    }

    /** Returns the notes about a text that was checked before: there are none, so nothing is looked for. */
    static Notes none() {
        return NONE;
    }

    static Notes on(String file, String area) {
        return on(file, area, new ArrayList<>());
    }

    static Notes on(String file, String area, List<Finding> findings) {
        return new Notes(file, area, findings);
    }

    /** Returns notes that go to the same list under another id. */
    Notes about(String clause) {
        return areNone() ? this : new Notes(file, clause, findings);
    }

    void say(Node where, String reason, String hint) {
        say(where.line(), reason, hint);
    }

    void say(int line, String reason, String hint) {
        findings.add(new Finding(file, line, id, reason, hint));
    }

    boolean areNone() {
        return this == NONE;
    }

    int count() {
        return findings.size();
    }

    List<Finding> findings() {
        return findings;
    }
}
