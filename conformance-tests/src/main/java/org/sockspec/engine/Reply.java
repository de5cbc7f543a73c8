package org.sockspec.engine;

import java.time.Duration;
import org.sockspec.api.Outcome;

/** What comes back for a call: from a testee, or out of a recording. */
interface Reply {
    /** Returns the outcome as it is now. */
    Outcome now();

    /** Waits for the outcome; {@link Outcome.StillBlocked} if it does not come in time. */
    Outcome within(Duration time);

    /** Returns when the call was sent, as {@link System#nanoTime} does. */
    long started();

    /** Returns when the reply came, or 0. */
    long ended();

    /** Returns how often somebody waited for it in vain. */
    int looks();
}
