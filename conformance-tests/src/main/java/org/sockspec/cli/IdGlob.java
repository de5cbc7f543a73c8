package org.sockspec.cli;

import java.util.regex.Pattern;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;

/** A pattern over ids, where {@code *} stands for any letters; one with an {@code @} is about case ids. */
final class IdGlob {
    private final String text;
    private final boolean ofCases;
    private final Pattern pattern;

    private IdGlob(String text) {
        this.text = text;
        this.ofCases = text.contains("@");
        this.pattern = Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E");
    }

    /**
     * Reads a pattern.
     *
     * @throws UsageException if nothing in the catalogue matches; the message names what may have been meant
     */
    static IdGlob of(String text, Catalogue catalogue) {
        var glob = new IdGlob(text);
        boolean matches = catalogue.clauses().stream()
                .flatMap(clause -> clause.cases().stream())
                .anyMatch(glob::matches);
        if (!matches) {
            throw new UsageException(glob.unknown(catalogue));
        }
        return glob;
    }

    boolean matches(CaseId id) {
        return pattern.matcher(ofCases ? id.toString() : id.clause()).matches();
    }

    private String unknown(Catalogue catalogue) {
        if (catalogue.areas().contains(text)) {
            return "\"" + text + "\" is an area, not a clause; write \"" + text + ".*\" for all its clauses";
        }
        var clause = ofCases ? text.substring(0, text.indexOf('@')) : text;
        var known = catalogue.find(clause);
        if (known.isPresent()) {
            var cases = known.get().cases().stream().map(CaseId::toString).toList();
            return "there is no case \"" + text + "\"; the clause has " + String.join(", ", cases);
        }
        var nearest = catalogue.nearest(clause.replace("*", ""), 3);
        return "no clause matches \"" + text + "\"; did you mean " + String.join(" or ", nearest) + "?";
    }
}
