package org.sockspec.reference;

import com.sun.jna.Native;
import java.util.function.LongFunction;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/** Turns what a function of libc returned into an outcome; to be called before the thread's next call of libc. */
final class Answers {
    private Answers() {}

    static Outcome of(long result) {
        return of(result, Returned::of);
    }

    /** Takes the result of a function that returns an error number itself. */
    static Outcome ofNumber(int error) {
        return error == 0 ? Outcome.returned(0) : Outcome.failed(Errnos.of(error));
    }

    static Outcome of(long result, LongFunction<? extends Outcome> stored) {
        return result == -1 ? Outcome.failed(Errnos.of(Native.getLastError())) : stored.apply(result);
    }
}
