package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.reference.OpenSockets.ANY_PORT;
import static org.sockspec.reference.OpenSockets.failed;
import static org.sockspec.reference.OpenSockets.returned;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

class ConnectionTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;

    @Test
    void echoesOverInet() {
        var client = echo(Domain.AF_INET, ANY_PORT);
        assertThat(client.addressLength()).isEqualTo(16);
        assertThat(client.address()).isInstanceOfSatisfying(Address.Inet.class, inet -> {
            assertThat(inet.host()).isEqualTo("127.0.0.1");
            assertThat(inet.port()).isPositive();
        });
    }

    @Test
    void echoesOverInet6() {
        var client = echo(Domain.AF_INET6, new Address.Inet6("::1", 0));
        assertThat(client.addressLength()).isEqualTo(28);
        assertThat(client.address()).isInstanceOfSatisfying(Address.Inet6.class, inet6 -> {
            assertThat(inet6.host()).isEqualTo("::1");
            assertThat(inet6.port()).isPositive();
        });
    }

    @Test
    void echoesOverUnixPath(@TempDir Path directory) {
        var path = new Address.UnixPath(directory.resolve("ö").toString());
        var client = echo(Domain.AF_UNIX, path);
        assertThat(client.address()).isEqualTo(new Address.UnixUnnamed());
        assertThat(client.addressLength()).isEqualTo(2);
    }

    @Test
    void echoesOverUnixAbstract() {
        echo(Domain.AF_UNIX, new Address.UnixAbstract(Bytes.of("sockspec " + System.nanoTime() + " \0 ")));
    }

    private Returned echo(Domain domain, Address address) {
        int listener = sockets.listener(domain, address);
        int client = sockets.connected(domain, sockets.nameOf(listener));
        var accepted = returned(api.accept(listener, true));
        int server = sockets.keep(accepted);
        assertThat(accepted.address()).isEqualTo(sockets.nameOf(client));
        assertThat(returned(api.getpeername(client)).address()).isEqualTo(sockets.nameOf(listener));
        sockets.send(client, "ping");
        assertThat(sockets.recv(server)).isEqualTo(Bytes.of("ping"));
        assertThat(api.write(server, Bytes.of("pong"))).isEqualTo(Outcome.returned(4));
        assertThat(api.read(client, 10)).isEqualTo(Returned.received(Bytes.of("pong")));
        assertThat(api.shutdown(client, Shutdown.SHUT_WR)).isEqualTo(Outcome.returned(0));
        assertThat(sockets.recv(server)).isEqualTo(Bytes.EMPTY);
        return accepted;
    }

    @Test
    void refusesWhereNobodyListens() {
        int bound = sockets.bound(Domain.AF_INET, SocketType.SOCK_STREAM, ANY_PORT);
        int client = sockets.socket(Domain.AF_INET, SocketType.SOCK_STREAM);
        assertThat(api.connect(client, sockets.nameOf(bound))).isEqualTo(failed("ECONNREFUSED"));
    }

    @Test
    void acceptsWithoutAddress() {
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        sockets.connected(Domain.AF_INET, sockets.nameOf(listener));
        var accepted = returned(api.accept(listener, false));
        sockets.keep(accepted);
        assertThat(accepted).isEqualTo(Returned.of(accepted.value()));
    }

    @Test
    void accept4SetsFlags() {
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        int client = sockets.connected(Domain.AF_INET, sockets.nameOf(listener));
        var flags = Set.of(SocketFlag.SOCK_NONBLOCK, SocketFlag.SOCK_CLOEXEC);
        var accepted = returned(api.accept4(listener, true, flags));
        int server = sockets.keep(accepted);
        assertThat(accepted.address()).isEqualTo(sockets.nameOf(client));
        assertThat(api.fcntl(server, FcntlCommand.F_GETFD, Set.of()))
                .isEqualTo(Returned.flags(Set.of(FileFlag.FD_CLOEXEC)));
        assertThat(api.recv(server, 1, Set.of())).isEqualTo(failed("EAGAIN"));
    }

    @Test
    void socketTakesTypeFlagsAndProtocol() {
        int fd = sockets.keep(api.socket(
                Domain.AF_INET, SocketType.SOCK_DGRAM, Set.of(SocketFlag.SOCK_NONBLOCK), Protocol.IPPROTO_UDP));
        assertThat(api.recv(fd, 1, Set.of())).isEqualTo(failed("EAGAIN"));
        assertThat(api.socket(Domain.AF_INET, SocketType.SOCK_STREAM, Set.of(), Protocol.IPPROTO_UNKNOWN))
                .isEqualTo(failed("EPROTONOSUPPORT"));
        assertThat(api.socket(Domain.AF_UNKNOWN, SocketType.SOCK_STREAM, Set.of(), Protocol.DEFAULT))
                .isEqualTo(failed("EAFNOSUPPORT"));
        assertThat(api.socket(Domain.AF_UNIX, SocketType.SOCK_UNKNOWN, Set.of(), Protocol.DEFAULT))
                .isEqualTo(failed("EINVAL"));
    }

    @Test
    void datagramsCarryTheirSender() {
        int receiver = sockets.bound(Domain.AF_INET, SocketType.SOCK_DGRAM, ANY_PORT);
        int sender = sockets.bound(Domain.AF_INET, SocketType.SOCK_DGRAM, ANY_PORT);
        assertThat(api.sendto(sender, Bytes.of("hello"), Set.of(), sockets.nameOf(receiver)))
                .isEqualTo(Outcome.returned(5));
        var received = returned(api.recvfrom(receiver, 3, Set.of(MessageFlag.MSG_TRUNC), true));
        assertThat(received)
                .isEqualTo(Returned.of(5).withData(Bytes.of("hel")).withAddress(sockets.nameOf(sender), 16));
    }

    @Test
    void aStreamStoresNoSender() {
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        int client = sockets.connected(Domain.AF_INET, sockets.nameOf(listener));
        int server = sockets.keep(api.accept(listener, false));
        sockets.send(client, "x");
        assertThat(api.recvfrom(server, 10, Set.of(), true))
                .isEqualTo(Returned.received(Bytes.of("x")).withAddress(null, 0));
    }

    @Test
    void discardResetsSoThatNoTimeWaitRemains() {
        int listener = sockets.listener(Domain.AF_INET, ANY_PORT);
        int client = sockets.connected(Domain.AF_INET, sockets.nameOf(listener));
        int server = (int) returned(api.accept(listener, false)).value();
        api.discard(server);
        assertThat(api.recv(client, 1, Set.of())).isEqualTo(failed("ECONNRESET"));
        assertThat(api.close(server)).isEqualTo(failed("EBADF"));
    }

    @Test
    void patternsArriveIntact() throws Exception {
        var pair = sockets.pair(SocketType.SOCK_STREAM);
        var receiving = BlockedCall.start(() -> api.recvPattern(pair.get(1), 7));
        assertThat(api.sendPattern(pair.get(0), 7, 1_000_000)).isEqualTo(Outcome.returned(1_000_000));
        api.shutdown(pair.get(0), Shutdown.SHUT_WR);
        assertThat(receiving.outcome()).isEqualTo(Returned.pattern(1_000_000, -1));
    }
}
