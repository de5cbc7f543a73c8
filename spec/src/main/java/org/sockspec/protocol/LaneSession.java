package org.sockspec.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockspec.api.Argument;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.Lanes;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;

/** One session over a {@link SocketApi}: its lanes, and the descriptors it opened and has not closed. */
final class LaneSession implements Lanes {
    private final SocketApi api;
    private final Executor threads;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Set<Integer> descriptors = ConcurrentHashMap.newKeySet();

    LaneSession(SocketApi api, Executor threads) {
        this.api = api;
        this.threads = threads;
    }

    void call(String lane, Call call, Consumer<Outcome> reply) {
        var its = lane(lane);
        if (call instanceof Call.PthreadSigmask) {
            its.pin();
        }
        its.submit(api.mayBlock(call), () -> reply.accept(make(call)));
    }

    CompletableFuture<Void> begun(String lane) {
        return lane(lane).begun();
    }

    /** Makes a call; where the implementation breaks down instead of answering, that ends the call too. */
    private Outcome make(Call call) {
        // Another lane may be given the number as soon as the call has closed it, before this one goes on.
        boolean closes = call instanceof Call.Close close && descriptors.remove(close.fd());
        Outcome outcome;
        try {
            outcome = call.on(api, this);
        } catch (RuntimeException | StackOverflowError e) {
            outcome = new Outcome.Died("threw " + e + where(e));
        }
        if (closes && staysOpen(outcome)) {
            descriptors.add(((Call.Close) call).fd());
        }
        follow(call, outcome);
        return outcome;
    }

    private static String where(Throwable e) {
        return Stream.of(e.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    /** A descriptor is gone after these errors on most systems: to close it again could hit another session. */
    private static boolean staysOpen(Outcome outcome) {
        return !(outcome instanceof Returned)
                && !outcome.equals(Outcome.failed(Errno.EINTR))
                && !outcome.equals(Outcome.failed(Errno.EIO));
    }

    @Override
    public Optional<Outcome> whileBusy(String lane, Function<Thread, Outcome> action) {
        return lane(lane).whileBusy(action);
    }

    /** Frees the lanes and closes the descriptors; returns how many lanes could not be freed. */
    int end() {
        int stuck = 0;
        for (var lane : allLanes()) {
            if (!lane.stop(api)) {
                stuck++;
            }
        }
        descriptors.forEach(api::discard);
        return stuck;
    }

    private synchronized Lane lane(String name) {
        return lanes.computeIfAbsent(name, unused -> new Lane(threads));
    }

    private synchronized List<Lane> allLanes() {
        return List.copyOf(lanes.values());
    }

    private void follow(Call call, Outcome outcome) {
        if (!(outcome instanceof Returned returned)) {
            return;
        }
        if (returned.fds() != null) {
            descriptors.addAll(returned.fds());
        } else if (returned.control() != null) {
            returned.control().forEach(control -> {
                if (control instanceof Control.Rights rights) {
                    descriptors.addAll(rights.fds());
                }
            });
        } else if (call instanceof Call.Raw raw && raw.function().equals("socketpair")) {
            returned.arguments().stream()
                    .filter(Argument.Ints.class::isInstance)
                    .forEach(pair -> descriptors.addAll(((Argument.Ints) pair).ints()));
        } else if (opens(call)) {
            descriptors.add((int) returned.value());
        }
    }

    private static boolean opens(Call call) {
        return call instanceof Call.Socket
                || call instanceof Call.Accept
                || call instanceof Call.Accept4
                || call instanceof Call.Raw raw && raw.function().equals("accept")
                || call instanceof Call.Dup
                || call instanceof Call.Fcntl fcntl && fcntl.command() == FcntlCommand.F_DUPFD;
    }
}
