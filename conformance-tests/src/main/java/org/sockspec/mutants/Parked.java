package org.sockspec.mutants;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A thread that a mutant keeps in a call, until the end of its session releases it. */
final class Parked {
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    static void park(Map<Thread, Parked> parked) {
        var here = new Parked();
        parked.put(Thread.currentThread(), here);
        here.released.join();
        parked.remove(Thread.currentThread());
    }

    void release() {
        released.complete(null);
    }
}
