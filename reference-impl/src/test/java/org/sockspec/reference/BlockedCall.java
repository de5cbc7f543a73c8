package org.sockspec.reference;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockspec.api.Outcome;

/** A call in a thread of its own. */
record BlockedCall(Thread thread, FutureTask<Outcome> result) {
    static BlockedCall start(Callable<Outcome> call) {
        var result = new FutureTask<>(call);
        var thread = new Thread(result);
        thread.setDaemon(true);
        thread.start();
        return new BlockedCall(thread, result);
    }

    boolean isOver() {
        return result.isDone();
    }

    Outcome outcome() throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(10, TimeUnit.SECONDS);
    }
}
