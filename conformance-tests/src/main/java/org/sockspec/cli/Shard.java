package org.sockspec.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.CaseId;
import picocli.CommandLine.TypeConversionException;

/**
 * One part of a run that is split over machines. A case always falls into the same part, whatever else is selected.
 *
 * @param index from 1 to {@code of}
 */
record Shard(int index, int of) {
    static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}|auto)/(\\d{1,6})");
    private static final String AUTO = "auto";

    /**
     * How a CI system tells a job which part it is.
     *
     * @param first the number of the first part
     * @param count the variable with the number of parts, or null where there is none
     */
    private record Variables(
            String index, int first, @Nullable String count) {}

    private static final List<Variables> SYSTEMS = List.of(
            new Variables("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"), // GitLab
            new Variables("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"), // CircleCI
            new Variables("BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"), // Buildkite
            new Variables("JOB_COMPLETION_INDEX", 0, null)); // an Indexed Job of Kubernetes

    /**
     * Reads I/N; {@code auto} takes both numbers from what the CI system says, {@code auto/N} the first.
     *
     * @param environment the variables of this process
     */
    static Shard parse(String text, Map<String, String> environment) {
        if (text.equals(AUTO)) {
            return told(environment, null);
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw refused(text);
        }
        if (parts.group(1).equals(AUTO)) {
            return told(environment, parts.group(2));
        }
        return checked(text, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private static Shard told(Map<String, String> environment, @Nullable String given) {
        for (var system : SYSTEMS) {
            var index = environment.get(system.index());
            var count = given != null ? given : system.count() == null ? null : environment.get(system.count());
            if (index != null && count != null) {
                var text = index + "/" + count;
                try {
                    return checked(text, Integer.parseInt(index) - system.first() + 1, Integer.parseInt(count));
                } catch (NumberFormatException e) {
                    throw refused(text);
                }
            }
        }
        throw new TypeConversionException(
                "none of the variables of GitLab, CircleCI, Buildkite or a Kubernetes Indexed"
                        + " Job says which part this is; an Indexed Job does not tell how many there are, so write auto/N there");
    }

    private static Shard checked(String text, int index, int of) {
        if (index >= 1 && index <= of) {
            return new Shard(index, of);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "\"" + text + "\" is not I/N with I from 1 to N; the first of three machines takes 1/3");
    }

    boolean isWhole() {
        return of == 1;
    }

    boolean holds(CaseId id) {
        var hash = new CRC32();
        hash.update(id.toString().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % of == index - 1;
    }
}
