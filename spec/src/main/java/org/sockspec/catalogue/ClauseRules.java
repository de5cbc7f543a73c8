package org.sockspec.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what the fields of one clause say about each other. */
final class ClauseRules {
    private static final Set<String> AREAS_WITHOUT_SECTIONS = Set.of("client-helper", "server-helper", "family");

    private final Area area;
    private final Clause clause;
    private final YamlMap yaml;
    private final Notes notes;

    private ClauseRules(Area area, Area.Entry entry, Notes notes) {
        this.area = area;
        this.clause = entry.clause();
        this.yaml = entry.yaml();
        this.notes = notes;
    }

    static void check(Area area, Area.Entry entry, Notes notes) {
        var rules = new ClauseRules(area, entry, notes);
        rules.outcomes("accepts", entry.clause().accepts());
        rules.outcomes("linux-accepts", entry.clause().linuxAccepts());
        rules.deviation();
        rules.confidence();
        rules.source();
        TextRules.check(entry, notes);
    }

    private void outcomes(String field, List<String> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            if (!area.outcomes().containsKey(outcome)
                    && Outcomes.explain(outcome).isEmpty()) {
                notes.say(
                        yaml.line(field, i),
                        field + ": \"" + outcome + "\" is no errno, signal, symbol, literal or explained outcome",
                        "correct it, or explain it under outcomes");
            }
        }
    }

    private void deviation() {
        if (clause.deviation() == clause.linuxAccepts().isEmpty()) {
            say(
                    clause.deviation() ? "deviation" : "linux-accepts",
                    "deviation and linux-accepts go together",
                    "add the other, or remove this one");
        }
        if (clause.linuxAccepts().isEmpty()) {
            return;
        }
        if (Set.copyOf(clause.accepts()).containsAll(clause.linuxAccepts())) {
            say("linux-accepts", "linux-accepts is within accepts, so nothing deviates", "remove it with deviation");
        }
        if (clause.profile() == Profile.LINUX) {
            say("linux-accepts", "a clause of the linux profile cannot deviate from itself", "put it into accepts");
        }
    }

    private void confidence() {
        if (clause.lowConfidence() && clause.level() == Level.MUST) {
            say("confidence", "a clause of low confidence cannot be a must", "lower its level to should");
        }
    }

    private void source() {
        var source = clause.source();
        if (source.references().findAny().isEmpty()
                && !(source.seed() && AREAS_WITHOUT_SECTIONS.contains(area.name()))) {
            say("source", "source names no section", "name one under posix, rfc or linux");
        }
        if (clause.profile() == Profile.LINUX && source.linux() == null) {
            say("source", "a clause of the linux profile has no source.linux", "name the manual page");
        }
        if (clause.profile() == Profile.POSIX
                && !source.seed()
                && Stream.of("posix", "rfc").noneMatch(yaml.map("source")::has)) {
            say("source", "a clause of the posix profile has neither source.posix nor source.rfc", "name the section");
        }
    }

    private void say(String field, String reason, String hint) {
        notes.say(yaml.line(field), reason, hint);
    }
}
