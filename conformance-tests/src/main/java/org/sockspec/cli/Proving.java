package org.sockspec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One way to prove that the suite notices. */
interface Proving {
    /** Proves, and tells what came of it; returns the exit code. */
    int prove() throws InterruptedException;

    /** Says on the command line what came of a proof, and in files where a folder is given. */
    static void tell(Streams streams, @Nullable Path folder, ProofText text) {
        streams.out().print(text.summary());
        streams.out().flush();
        if (folder != null) {
            ProofFiles.write(folder, text);
        }
    }
}
