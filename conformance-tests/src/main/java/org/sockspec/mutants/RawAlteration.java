package org.sockspec.mutants;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.catalogue.Changes;

/** Changes what a raw call left in memory. */
record RawAlteration(Changes changes) {

    @Nullable List<Argument> of(@Nullable List<Argument> left) {
        return left == null ? null : left.stream().map(this::of).toList();
    }

    private Argument of(Argument left) {
        if (left instanceof Argument.Ints ints && changes.ints() != null) {
            return new Argument.Ints(Collections.nCopies(ints.ints().size(), changes.ints()));
        }
        if (left instanceof Argument.Memory memory && changes.overwritten() != null) {
            var bytes = memory.bytes().toArray();
            bytes[changes.overwritten()]++;
            return new Argument.Memory(Bytes.of(bytes));
        }
        return left;
    }
}
