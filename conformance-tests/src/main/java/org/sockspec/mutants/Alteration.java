package org.sockspec.mutants;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.FdSets;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.catalogue.Changes;
import org.sockspec.protocol.Codec;

/** Replaces parts of what a call stored. */
final class Alteration {
    private final SocketApi real;
    private final Call call;
    private final Changes changes;

    Alteration(SocketApi real, Call call, Changes changes) {
        this.real = real;
        this.call = call;
        this.changes = changes;
    }

    Returned of(Returned real) {
        var data = data(real);
        var revents = revents(real);
        var ready = ready(real);
        return new Returned(
                changes.value() != null ? changes.value() : value(real, data, revents, ready),
                address(real),
                changes.addressLength() != null ? changes.addressLength() : real.addressLength(),
                data,
                changes.messageFlags() != null ? changes.messageFlags() : real.messageFlags(),
                control(real),
                revents,
                ready,
                changes.option() != null ? changes.option() : real.option(),
                changes.fileFlags() != null ? changes.fileFlags() : real.fileFlags(),
                real.fds(),
                changes.mode() != null ? changes.mode() : real.mode(),
                changes.mismatchAt() != null ? changes.mismatchAt() : real.mismatchAt(),
                new RawAlteration(changes).of(real.arguments()));
    }

    private long value(
            Returned real, @Nullable Bytes data, @Nullable List<Set<PollEvent>> revents, @Nullable FdSets ready) {
        if (changes.data() != null && data != null) {
            return data.length();
        }
        if (changes.revents() != null && revents != null) {
            return revents.stream().filter(events -> !events.isEmpty()).count();
        }
        if (changes.ready() != null && ready != null) {
            return ready.read().size() + ready.write().size() + ready.except().size();
        }
        return real.value();
    }

    private @Nullable Address address(Returned real) {
        if (changes.address() == null) {
            return real.address();
        }
        return switch (changes.address()) {
            case NONE -> null;
            case FRESH -> fresh(real.address());
            case OTHER_PORT ->
                real.address() instanceof Address.WithPort withPort
                        ? withPort.withPort((withPort.port() + 1) % 65_536)
                        : new Address.UnixPath(real.address() + "x");
            case OTHER_HOST ->
                real.address() instanceof Address.Inet inet
                        ? new Address.Inet("127.1.2.3", inet.port())
                        : real.address() instanceof Address.Inet6 inet6
                                ? new Address.Inet6("::2", inet6.port())
                                : new Address.UnixPath(real.address() + "x");
            case OTHER_FAMILY ->
                real.address() instanceof Address.WithPort withPort && !(withPort instanceof Address.Inet)
                        ? new Address.Inet("127.0.0.1", withPort.port())
                        : new Address.Inet6("::1", real.address() instanceof Address.Inet inet ? inet.port() : 1);
        };
    }

    private static Address fresh(@Nullable Address address) {
        if (address instanceof Address.Inet) {
            return new Address.Inet("0.0.0.0", 0);
        }
        return address instanceof Address.Inet6 ? new Address.Inet6("::", 0) : new Address.UnixUnnamed();
    }

    private @Nullable Bytes data(Returned real) {
        var data = real.data();
        if (changes.data() == null || data == null || data.length() == 0) {
            return data;
        }
        return switch (changes.data()) {
            case DROPPED_LAST -> data.slice(0, data.length() - 1);
            case DOUBLED -> data.plus(data);
            case TRUNCATED -> data.slice(0, data.length() / 2);
            case REVERSED -> reversed(data);
            case MERGED -> data.plus(next());
        };
    }

    private Bytes next() {
        int fd = (int) Objects.requireNonNull(Codec.parameters(call).get("fd"));
        return real.recv(fd, 65_536, Set.of(MessageFlag.MSG_DONTWAIT)) instanceof Returned more
                ? Objects.requireNonNull(more.data())
                : Bytes.EMPTY;
    }

    private static Bytes reversed(Bytes data) {
        var turned = new byte[data.length()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = data.at(turned.length - 1 - i);
        }
        return Bytes.of(turned);
    }

    private @Nullable List<Set<PollEvent>> revents(Returned real) {
        if (changes.revents() == null || real.revents() == null) {
            return real.revents();
        }
        return real.revents().stream().map(unused -> changes.revents()).toList();
    }

    private @Nullable FdSets ready(Returned real) {
        if (changes.ready() == null || !(call instanceof Call.Select select)) {
            return real.ready();
        }
        var given = select.sets();
        return new FdSets(
                changes.ready().contains(Changes.ReadySet.READ) ? given.read() : List.of(),
                changes.ready().contains(Changes.ReadySet.WRITE) ? given.write() : List.of(),
                changes.ready().contains(Changes.ReadySet.EXCEPT) ? given.except() : List.of());
    }

    private @Nullable List<Control> control(Returned real) {
        if (changes.control() == null || real.control() == null) {
            return real.control();
        }
        return switch (changes.control()) {
            case NONE -> List.of();
            case DOUBLED ->
                Stream.concat(real.control().stream(), real.control().stream()).toList();
        };
    }
}
