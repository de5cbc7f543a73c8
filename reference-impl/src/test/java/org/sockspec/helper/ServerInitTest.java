package org.sockspec.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;
import org.sockspec.reference.KernelSockets;
import org.sockspec.reference.OpenSockets;

class ServerInitTest {
    private static final Outcome LISTENING = Returned.option(OptionValue.of(1));
    private static final Outcome NOT_LISTENING = Returned.option(OptionValue.of(0));

    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets kernel = sockets.api;
    private final RecordingApi recorded = new RecordingApi(kernel);
    private final ServerInit helper = new ServerInit(recorded.api);

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#withConnections")
    void listensWhereThereAreConnections(Place place) {
        int server = server(place);
        assertThat(kernel.getsockopt(server, SocketOption.SO_ACCEPTCONN)).isEqualTo(LISTENING);
        int client = sockets.socket(place.domain(), place.type());
        assertThat(kernel.connect(client, sockets.nameOf(server))).isEqualTo(Outcome.returned(0));
        sockets.keep(kernel.accept(server, false));
        assertThat(recorded.argument("listen", 1)).containsExactly(3);
    }

    @Test
    void onlyBindsDatagramSockets() {
        for (var place :
                Place.all().filter(each -> each.type() == SocketType.SOCK_DGRAM).toList()) {
            int server = server(place);
            assertThat(kernel.getsockopt(server, SocketOption.SO_ACCEPTCONN)).isEqualTo(NOT_LISTENING);
            int client = sockets.socket(place.domain(), place.type());
            kernel.sendto(client, Bytes.of("x"), Set.of(), sockets.nameOf(server));
            assertThat(kernel.recv(server, 5, Set.of())).isEqualTo(Returned.received(Bytes.of("x")));
        }
        assertThat(recorded.count("listen")).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#all")
    void takesTheDomainFromTheAddress(Place place) {
        int server = server(place);
        assertThat(kernel.getsockopt(server, SocketOption.SO_DOMAIN))
                .isEqualTo(Returned.option(new OptionValue.Symbol(place.domain().name())));
        assertThat(kernel.fcntl(server, FcntlCommand.F_GETFL, Set.of()))
                .isEqualTo(Returned.flags(Set.of(FileFlag.O_RDWR)));
        assertThat(kernel.fcntl(server, FcntlCommand.F_GETFD, Set.of())).isEqualTo(Returned.flags(Set.of()));
    }

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#withConnections")
    void doesNotListenWhenTheTypeHasFlags(Place place) {
        int server = sockets.keep(helper.init(place.type(), Set.of(SocketFlag.SOCK_CLOEXEC), place.address(), 3));
        assertThat(kernel.getsockopt(server, SocketOption.SO_ACCEPTCONN)).isEqualTo(NOT_LISTENING);
        assertThat(kernel.fcntl(server, FcntlCommand.F_GETFD, Set.of()))
                .isEqualTo(Returned.flags(Set.of(FileFlag.FD_CLOEXEC)));
    }

    @Test
    void reportsWhatSocketFailedWith() {
        var unknown = new Address.Malformed(new Address.Inet("127.0.0.1", 0), Domain.AF_UNKNOWN, null);
        assertThat(helper.init(SocketType.SOCK_STREAM, Set.of(), unknown, 3))
                .isEqualTo(Outcome.failed(Errno.EAFNOSUPPORT));
        assertThat(recorded.calls).containsExactly("socket");
    }

    @ParameterizedTest
    @MethodSource("org.sockspec.helper.Place#all")
    void reportsWhatBindFailedWith(Place place) {
        int first = server(place);
        assertThat(helper.init(place.type(), Set.of(), sockets.nameOf(first), 3))
                .isEqualTo(Outcome.failed(Errno.EADDRINUSE));
        assertThat(recorded.argument("close", 0)).containsExactly(lastOf(recorded.argument("bind", 0)));
    }

    @Test
    void reportsAnAddressOfAnotherMachine() {
        assertThat(helper.init(SocketType.SOCK_STREAM, Set.of(), new Address.Inet("192.0.2.1", 0), 3))
                .isEqualTo(Outcome.failed(Errno.EADDRNOTAVAIL));
        assertThat(recorded.calls).containsExactly("socket", "bind", "close");
    }

    @Test
    void reportsWhatListenFailedWithAndFreesTheAddress() {
        var place = Place.withConnections().findFirst().orElseThrow();
        var taken = new ArrayList<Address>();
        recorded.answer("listen", real -> {
            taken.add(sockets.nameOf((int) recorded.argument("listen", 0).get(0)));
            return Outcome.failed(Errno.EADDRINUSE);
        });
        assertThat(helper.init(place.type(), Set.of(), place.address(), 3)).isEqualTo(Outcome.failed(Errno.EADDRINUSE));
        assertThat(recorded.argument("close", 0)).containsExactly(lastOf(recorded.argument("bind", 0)));
        int other = sockets.socket(place.domain(), place.type());
        assertThat(kernel.bind(other, taken.get(0))).isEqualTo(Outcome.returned(0));
    }

    @ParameterizedTest
    @CsvSource({"bind", "listen"})
    void closeCannotReplaceTheFirstError(String failing) {
        recorded.answer(failing, real -> Outcome.failed(Errno.EADDRINUSE));
        recorded.answer("close", real -> {
            real.get();
            return Outcome.failed(Errno.EIO);
        });
        var address = new Address.Inet("127.0.0.1", 0);
        assertThat(helper.init(SocketType.SOCK_STREAM, Set.of(), address, 3))
                .isEqualTo(Outcome.failed(Errno.EADDRINUSE));
        assertThat(recorded.count("close")).isEqualTo(1);
    }

    private int server(Place place) {
        return sockets.keep(helper.init(place.type(), Set.of(), place.address(), 3));
    }

    private static Object lastOf(List<Object> values) {
        return values.get(values.size() - 1);
    }
}
