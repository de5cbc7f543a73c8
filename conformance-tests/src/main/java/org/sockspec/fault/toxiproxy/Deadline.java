package org.sockspec.fault.toxiproxy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bound calls of libraries that know no time limit. */
final class Deadline {

    private Deadline() {}

    /** Run a call in a thread of its own, and leave it behind when it does not end in time. */
    static <T> T within(Duration limit, String what, Callable<T> call) {
        var task = new FutureTask<T>(call);
        var thread = new Thread(task, "toxiproxy: " + what);
        // A call that never ends must not keep the JVM alive.
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ToxiproxyException(what + " did not end within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new ToxiproxyException(what + " failed: " + reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ToxiproxyException(what + " was interrupted", e);
        }
    }

    static String reason(Throwable cause) {
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip();
    }
}
