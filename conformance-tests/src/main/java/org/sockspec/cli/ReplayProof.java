package org.sockspec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.replay.Replay;
import org.sockspec.runner.SpecIndex;

/** Judges recorded cases again, with one answer changed at a time. */
record ReplayProof(
        SpecIndex index, Selection selected, @Nullable Path out, Streams streams) implements Proving {
    @Override
    public int prove() {
        var recordings = Replay.recordReference(
                index, id -> selected.cases(Catalogue.own().get(id.clause())).contains(id));
        try (var player = Replay.ofReference(index, Profile.LINUX)) {
            var played = recordings.stream().map(player::changing).toList();
            Proving.tell(streams, out, new ReplayText(played));
        }
        return recordings.isEmpty() ? Exit.NOTHING_RAN : Exit.CONFORMS;
    }
}
