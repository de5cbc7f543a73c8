package org.sockspec.mutants;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketApi;
import org.sockspec.catalogue.Effect;
import org.sockspec.protocol.Codec;

/** Carries out what a rule does to a call. */
final class Effects {
    /** A call that takes longer counts as blocked; on a busy machine others take a while too. */
    private static final long LOOK_MS = 10;

    private final SocketApi real;
    private final Map<Thread, Parked> parked;
    private final Map<Integer, Outcome> overtaken = new ConcurrentHashMap<>();
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

    Effects(SocketApi real, Map<Thread, Parked> parked) {
        this.real = real;
        this.parked = parked;
    }

    /** Tells whether a call is about a descriptor that an effect has closed. */
    boolean isLost(Call call) {
        return Codec.parameters(call).get("fd") instanceof Integer fd && lost.contains(fd);
    }

    /** Answers a call that is not made as it stands. */
    Outcome instead(Effect effect, Call call) {
        if (effect instanceof Effect.Gives gives) {
            return gives.answer();
        }
        if (effect instanceof Effect.Early early) {
            return unlessItReturns(call, early.answer());
        }
        if (effect instanceof Effect.Instead instead) {
            var parameters = Codec.parameters(call);
            parameters.putAll(instead.parameters());
            return make(Codec.call(call.method(), parameters));
        }
        if (effect instanceof Effect.Swapped) {
            return swapped(call);
        }
        return Outcome.returned(0);
    }

    /** Changes the answer of a call that was made. */
    Outcome after(Effect effect, Call call, Outcome outcome) {
        if (effect instanceof Effect.Gives gives) {
            return gives.answer();
        }
        if (effect instanceof Effect.Never) {
            Parked.park(parked);
            return outcome;
        }
        if (effect instanceof Effect.Delay delay) {
            waitFor(new CompletableFuture<>(), delay.millis());
            return outcome;
        }
        if (effect instanceof Effect.Stored stored && outcome instanceof Returned returned) {
            return new Alteration(real, call, stored.changes()).of(returned);
        }
        if (effect instanceof Effect.Stored stored && outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(failed.errno(), new RawAlteration(stored.changes()).of(failed.arguments()));
        }
        if (effect instanceof Effect.Also also) {
            int fd = Codec.parameters(call).get("fd") instanceof Integer given ? given : -1;
            real.shutdown(fd, Shutdown.SHUT_RDWR);
            if (also.deed() == Effect.Also.Deed.CLOSE) {
                // Not really, for somebody else could get the number before the session closes it again.
                lost.add(fd);
            }
        }
        return outcome;
    }

    private Outcome unlessItReturns(Call call, Outcome early) {
        var answer = new CompletableFuture<Outcome>();
        var caller = new Thread(() -> answer.complete(make(call)), "mutant-call");
        caller.setDaemon(true);
        caller.start();
        if (waitFor(answer, LOOK_MS)) {
            return answer.join();
        }
        real.release(caller);
        return early;
    }

    private Outcome swapped(Call call) {
        int fd = (int) Objects.requireNonNull(Codec.parameters(call).get("fd"));
        var first = overtaken.remove(fd);
        if (first == null) {
            overtaken.put(fd, make(call));
            return make(call);
        }
        return first;
    }

    private Outcome make(Call call) {
        return call.on(real, (lane, action) -> {
            throw new IllegalStateException("no lanes here");
        });
    }

    private static boolean waitFor(CompletableFuture<Outcome> answer, long millis) {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
