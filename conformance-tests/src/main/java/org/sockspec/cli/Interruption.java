package org.sockspec.cli;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, SIGTERM and SIGHUP: the first asks the run to wind up, the second ends it at once. */
final class Interruption {
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final List<Runnable> reactions = new ArrayList<>();

    /** Catches the signals of this process from now on. */
    static Interruption ofThisProcess() {
        var interruption = new Interruption();
        SIGNALS.forEach(name -> handle(name, interruption));
        return interruption;
    }

    /** Has something done when a signal arrives; at once if one has. */
    void react(Runnable reaction) {
        synchronized (reactions) {
            reactions.add(reaction);
            if (hasArrived()) {
                reaction.run();
            }
        }
    }

    boolean hasArrived() {
        return arrived.getCount() == 0;
    }

    /** Tells whether a signal has arrived or does so within a time. */
    boolean arrivesWithin(long ms) {
        try {
            return arrived.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Does what a signal does. */
    void arrive() {
        if (hasArrived()) {
            Runtime.getRuntime().halt(Exit.INTERRUPTED);
        }
        synchronized (reactions) {
            arrived.countDown();
            reactions.forEach(Runnable::run);
        }
    }

    // Reflection, since the compiler warns of sun.misc at every mention and no supported class sees a second signal.
    private static void handle(String name, Interruption interruption) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var proxy =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, of) -> {
                        if (method.getName().equals("handle")) {
                            interruption.arrive();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException ignoredByWhoeverStartedUs) {
            return;
        }
    }
}
