package org.sockspec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockspec.mutants.Disturbed;
import org.sockspec.mutants.Laboratory;
import org.sockspec.runner.SpecIndex;

/** Runs the suite against the C testee with one call after the other disturbed from outside. */
record DisturbanceProof(SpecIndex index, @Nullable Path out, Streams streams, Interruption interruption)
        implements Proving {
    @Override
    public int prove() {
        var seen = new ArrayList<Disturbed>();
        try (var laboratory = new Laboratory(index)) {
            var undisturbed = laboratory.passing(DisturbedTestee.command());
            for (var disturbance : DisturbedTestee.all()) {
                if (interruption.hasArrived()) {
                    break;
                }
                var noticed = new TreeSet<>(undisturbed);
                noticed.removeAll(laboratory.passing(DisturbedTestee.command(disturbance)));
                seen.add(new Disturbed(disturbance, noticed));
                streams.err().println(disturbance.id() + ": " + Words.count(noticed.size(), "clause"));
            }
        }
        var text = new DisturbanceText(seen);
        Proving.tell(streams, out, text);
        return interruption.hasArrived() ? Exit.INTERRUPTED : text.unnoticed() > 0 ? Exit.FAILED : Exit.CONFORMS;
    }
}
