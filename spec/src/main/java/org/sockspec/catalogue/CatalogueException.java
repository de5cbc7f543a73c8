package org.sockspec.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** Tells that a catalogue cannot be used, with everything that is wrong with it. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    CatalogueException(List<Finding> findings) {
        super(findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n  ", headline(findings.size()) + "\n  ", "")));
        this.findings = List.copyOf(findings);
    }

    private static String headline(int count) {
        return "the clause catalogue has " + count + (count == 1 ? " fault:" : " faults:");
    }

    /** Returns all findings, by file and line. */
    public List<Finding> findings() {
        return findings;
    }
}
