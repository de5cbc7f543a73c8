package org.sockspec.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
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
        lane(lane).submit(call.mayBlock(), () -> {
            var outcome = call.on(api, this);
            follow(call, outcome);
            reply.accept(outcome);
        });
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
        if (call instanceof Call.Close close) {
            descriptors.remove(close.fd());
        } else if (returned.fds() != null) {
            descriptors.addAll(returned.fds());
        } else if (returned.control() != null) {
            returned.control().forEach(control -> {
                if (control instanceof Control.Rights rights) {
                    descriptors.addAll(rights.fds());
                }
            });
        } else if (opens(call)) {
            descriptors.add((int) returned.value());
        }
    }

    private static boolean opens(Call call) {
        return call instanceof Call.Socket
                || call instanceof Call.Accept
                || call instanceof Call.Accept4
                || call instanceof Call.Dup
                || call instanceof Call.Fcntl fcntl && fcntl.command() == FcntlCommand.F_DUPFD;
    }
}
