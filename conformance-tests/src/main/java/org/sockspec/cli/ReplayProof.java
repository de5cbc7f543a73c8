package org.sockspec.cli;

import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Recording;
import org.sockspec.mutants.Laboratory;
import org.sockspec.replay.Replay;
import org.sockspec.report.Verdict;
import org.sockspec.runner.SpecIndex;

/** Judges recorded cases again, with one answer changed at a time. */
record ReplayProof(
        SpecIndex index, Selection selected, @Nullable Path out, Streams streams) implements Proving {
    @Override
    public int prove() {
        try (var laboratory = new Laboratory(index);
                var player = new Replay(index, Laboratory.capabilities(), Profile.LINUX, Laboratory.BUDGETS)) {
            var played =
                    laboratory
                            .referenceCases(id -> selected.cases(Catalogue.own().get(id.clause()))
                                    .contains(id))
                            .stream()
                            .filter(report -> report.verdict() == Verdict.PASSED)
                            .map(report -> Recording.of(report.run()))
                            .map(player::changing)
                            .sorted(Comparator.comparing(one -> one.id().toString()))
                            .toList();
            Proving.tell(streams, out, new ReplayText(played));
            return played.isEmpty() ? Exit.NOTHING_RAN : Exit.CONFORMS;
        }
    }
}
