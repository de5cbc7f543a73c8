package org.sockspec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sockspec.mutants.Fate;
import org.sockspec.mutants.Proof;
import org.sockspec.mutants.Prover;
import org.sockspec.mutants.Specimen;
import org.sockspec.runner.SpecIndex;

/**
 * Shows mutants to the suite.
 *
 * @param own whether no clause but its own is shown a mutant
 */
record MutantProof(
        SpecIndex index,
        Selection selected,
        boolean own,
        @Nullable Path out,
        Streams streams,
        Interruption interruption)
        implements Proving {
    private static final int NEWS = 50;

    @Override
    public int prove() throws InterruptedException {
        var specimens = Specimen.all(index).stream()
                .filter(specimen -> !selected.cases(specimen.clause()).isEmpty())
                .toList();
        if (specimens.isEmpty()) {
            streams.err().println("sockspec: none of the selected clauses has a mutant");
            return Exit.NOTHING_RAN;
        }
        var proofs = new ArrayList<Proof>();
        try (var prover = new Prover(index, own)) {
            interruption.react(prover::stop);
            prover.prove(specimens, proof -> {
                proofs.add(proof);
                tell(proof, proofs.size(), specimens.size());
            });
        }
        proofs.sort(Comparator.comparing(proof -> proof.specimen().id()));
        var matrix = new KillMatrix(proofs);
        Proving.tell(streams, out, matrix);
        if (interruption.hasArrived()) {
            return Exit.INTERRUPTED;
        }
        return matrix.count(Fate.SURVIVED) > 0
                ? Exit.FAILED
                : matrix.count(Fate.NOT_RUN) > 0 ? Exit.INCOMPLETE : Exit.CONFORMS;
    }

    private void tell(Proof proof, int done, int all) {
        if (proof.fate() != Fate.KILLED) {
            streams.err()
                    .println(Words.symbol(proof.fate()) + " " + proof.specimen().id());
            proof.own().forEach(line -> streams.err().println("    " + line));
        }
        if (streams.terminal()) {
            streams.err().print("\r\033[K" + done + "/" + all + " mutants");
            streams.err().flush();
        } else if (done % NEWS == 0 || done == all) {
            streams.err().println(done + "/" + all + " mutants");
        }
    }
}
