package org.sockspec.report;

import java.util.List;
import java.util.Map;

/**
 * Carries what a report says about a clause.
 *
 * @param id permanent id, such as {@code connect.refused.no-listener}
 * @param statement the requirement, one sentence
 * @param source where the requirement comes from, such as a section of POSIX
 * @param accepts accepted outcomes, by name
 * @param outcomes explanations of named outcomes, by name; an errno needs none
 */
public record ClauseInfo(
        String id, String statement, String source, List<String> accepts, Map<String, String> outcomes) {

    /** Copies the collections. */
    public ClauseInfo {
        accepts = List.copyOf(accepts);
        outcomes = Map.copyOf(outcomes);
    }

    /** Returns the area of a clause or case id: everything before the first dot. */
    public static String areaOf(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
