package org.sockspec.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockspec.protocol.Testee;
import org.sockspec.protocol.TesteeException;

/** Starts the first testee at once, beside whatever else a run has to prepare; the others when they are asked for. */
public final class EarlyStart implements TesteePool.Starter {
    private final TesteePool.Starter starter;
    private final AtomicReference<@Nullable CompletableFuture<Testee>> first;

    public EarlyStart(TesteePool.Starter starter) {
        this.starter = starter;
        this.first = new AtomicReference<>(
                CompletableFuture.supplyAsync(starter::start, task -> new Thread(task, "first-testee").start()));
    }

    @Override
    public Testee start() {
        var waiting = first.getAndSet(null);
        if (waiting == null) {
            return starter.start();
        }
        try {
            return waiting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TesteeException cannotStart) {
                throw cannotStart;
            }
            throw e;
        }
    }
}
