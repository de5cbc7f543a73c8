package org.sockspec.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;

/** One running implementation under test, in a process of its own or in this one. */
public interface Testee extends AutoCloseable {

    Capabilities capabilities();

    /** Opens a session: the world of one case, with descriptors and lanes of its own. */
    Session openSession();

    /** Returns the process, or nothing for an implementation in this process. */
    Optional<ProcessHandle> process();

    /** Returns how it ended, or nothing while it serves. */
    Optional<String> ended();

    /** Returns the last part of what it wrote to standard error. */
    String errorOutput();

    /** Ends it and everything in it. */
    @Override
    void close();

    /** One case's world inside a testee. */
    interface Session {
        /**
         * Makes a call in a lane, after the calls before it in the same lane. The future completes when the call
         * returns, with {@link Outcome.Died} when the testee ends before, and never exceptionally. It does not complete
         * when the session ends before the lane came to the call.
         */
        CompletableFuture<Outcome> call(String lane, Call call);

        /**
         * Waits until the lane has begun the call it was given last; completes at once where the testee cannot tell,
         * and when it has ended.
         */
        CompletableFuture<Void> begun(String lane);

        /** Frees the lanes and closes every descriptor; completes with the number of lanes that could not be freed. */
        CompletableFuture<Integer> end();
    }
}
