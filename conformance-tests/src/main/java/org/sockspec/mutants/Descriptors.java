package org.sockspec.mutants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;
import org.sockspec.catalogue.Rule;
import org.sockspec.protocol.Codec;

/** What is known of the descriptors of a mutated implementation, from the calls that went by. */
final class Descriptors {
    /**
     * What is known of one descriptor.
     *
     * @param past the calls it has seen
     */
    record Known(Domain domain, SocketType type, boolean nonblocking, Rule.State state, History past) {
        private static Known made(Domain domain, SocketType type, boolean nonblocking, Rule.State state) {
            return new Known(domain, type, nonblocking, state, new History());
        }

        private Known in(Rule.State now) {
            return new Known(domain, type, nonblocking, now, past);
        }

        private Known nonblocking(boolean now) {
            return new Known(domain, type, now, state, past);
        }

        private Known seeing(String call, Outcome came) {
            past.add(call, came);
            return this;
        }
    }

    private static final Set<String> ABOUT = Set.of("fd", "fds", "sets", "read", "write", "except");

    private final History session = new History();
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    @Nullable Known find(int fd) {
        return known.get(fd);
    }

    /** Returns what has gone by, on whatever descriptor. */
    History session() {
        return session;
    }

    /** Learns from a call what became of its descriptors. */
    void follow(Call call, Outcome outcome) {
        note(call, outcome);
        boolean inProgress = outcome.toString().equals("EINPROGRESS");
        if (!(outcome instanceof Returned) && !inProgress) {
            return;
        }
        int value = outcome instanceof Returned returned ? (int) returned.value() : -1;
        if (call instanceof Call.Socket socket) {
            known.put(
                    value,
                    Known.made(
                            socket.domain(),
                            socket.type(),
                            socket.flags().contains(SocketFlag.SOCK_NONBLOCK),
                            Rule.State.FRESH));
        } else if (call instanceof Call.Socketpair pair && outcome instanceof Returned returned) {
            for (int fd : returned.fds()) {
                known.put(fd, Known.made(pair.domain(), pair.type(), false, Rule.State.CONNECTED));
            }
        } else if (call instanceof Call.Accept accept) {
            copy(accept.fd(), value);
        } else if (call instanceof Call.Accept4 accept) {
            copy(accept.fd(), value);
        } else if (call instanceof Call.Dup dup && known.get(dup.fd()) != null) {
            known.put(value, known.get(dup.fd()));
        } else if (call instanceof Call.Listen listen) {
            known.computeIfPresent(listen.fd(), (fd, socket) -> socket.in(Rule.State.LISTENING));
        } else if (call instanceof Call.Connect connect) {
            known.computeIfPresent(connect.fd(), (fd, socket) -> socket.in(Rule.State.CONNECTED));
        } else if (call instanceof Call.Fcntl fcntl && fcntl.command() == FcntlCommand.F_SETFL) {
            known.computeIfPresent(
                    fcntl.fd(), (fd, socket) -> socket.nonblocking(fcntl.flags().contains(FileFlag.O_NONBLOCK)));
        } else if (call instanceof Call.Close close) {
            known.remove(close.fd());
        }
    }

    private void copy(int listener, int accepted) {
        var like = known.get(listener);
        if (like != null) {
            known.put(
                    accepted,
                    Known.made(like.domain(), like.type(), false, Rule.State.CONNECTED)
                            .seeing("accept", Outcome.returned(accepted)));
        }
    }

    private void note(Call call, Outcome outcome) {
        session.add(call.method(), outcome);
        numbers(Codec.parameters(call))
                .forEach(fd -> known.computeIfPresent(fd, (number, socket) -> socket.seeing(call.method(), outcome)));
    }

    /** Returns the descriptors that a call is about: one, or those in the sets of poll() and select(). */
    static Stream<Integer> numbers(@Nullable Object parameter) {
        if (parameter instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .filter(member -> ABOUT.contains(String.valueOf(member.getKey())))
                    .flatMap(member -> numbers(member.getValue()));
        }
        if (parameter instanceof List<?> items) {
            return items.stream().flatMap(Descriptors::numbers);
        }
        return parameter instanceof Integer number ? Stream.of(number) : Stream.empty();
    }
}
