package org.sockspec.mutants;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/** What is known of the descriptors of a mutated implementation, from the calls that went by. */
final class Descriptors {
    record Known(Domain domain, SocketType type, boolean nonblocking, Rule.State state) {
        Known in(Rule.State now) {
            return new Known(domain, type, nonblocking, now);
        }

        Known nonblocking(boolean now) {
            return new Known(domain, type, now, state);
        }
    }

    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    @Nullable Known find(int fd) {
        return known.get(fd);
    }

    void follow(Call call, Outcome outcome) {
        boolean inProgress = outcome.toString().equals("EINPROGRESS");
        if (!(outcome instanceof Returned) && !inProgress) {
            return;
        }
        int value = outcome instanceof Returned returned ? (int) returned.value() : -1;
        if (call instanceof Call.Socket socket) {
            known.put(
                    value,
                    new Known(
                            socket.domain(),
                            socket.type(),
                            socket.flags().contains(SocketFlag.SOCK_NONBLOCK),
                            Rule.State.FRESH));
        } else if (call instanceof Call.Socketpair pair && outcome instanceof Returned returned) {
            for (int fd : returned.fds()) {
                known.put(fd, new Known(pair.domain(), pair.type(), false, Rule.State.CONNECTED));
            }
        } else if (call instanceof Call.Accept accept) {
            copy(accept.fd(), value);
        } else if (call instanceof Call.Accept4 accept) {
            copy(accept.fd(), value);
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
            known.put(accepted, new Known(like.domain(), like.type(), false, Rule.State.CONNECTED));
        }
    }
}
