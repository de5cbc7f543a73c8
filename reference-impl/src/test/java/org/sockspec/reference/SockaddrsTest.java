package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sockspec.reference.OpenSockets.ANY_PORT;
import static org.sockspec.reference.OpenSockets.failed;
import static org.sockspec.reference.OpenSockets.returned;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketType;

class SockaddrsTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;

    static Stream<Address> addresses() {
        return Stream.of(
                new Address.Inet("192.0.2.1", 65535),
                new Address.Inet6("2001:db8::1:0:0:1", 443),
                new Address.Inet6("fe80::1", 1, 3),
                new Address.UnixPath("/a/b"),
                new Address.UnixAbstract(Bytes.of("a\0b")),
                new Address.UnixUnnamed(),
                new Address.Unspec());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void decodesWhatItEncoded(Address address) {
        var encoded = Sockaddrs.encode(address);
        assertThat(Sockaddrs.decode(encoded.memory(), encoded.length())).isEqualTo(address);
    }

    @Test
    void encodesPortsInNetworkOrder() {
        assertThat(Sockaddrs.encode(new Address.Inet("1.2.3.4", 0x0506)).memory())
                .containsSequence(5, 6, 1, 2, 3, 4)
                .hasSize(16);
    }

    @Test
    void aNameOfLengthZeroIsNone() {
        assertThat(Sockaddrs.decode(new byte[Sockaddrs.STORAGE], 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 4, 15, 129, 100_000, Integer.MAX_VALUE})
    void bindRefusesAWrongLength(int length) {
        int fd = sockets.socket(Domain.AF_INET, SocketType.SOCK_STREAM);
        assertThat(api.bind(fd, new Address.Malformed(ANY_PORT, null, length))).isEqualTo(failed("EINVAL"));
    }

    @Test
    void aPathMayFillTheStructureWithoutAZero() {
        var longest = new Address.UnixPath("/missing/" + "x".repeat(99));
        int fd = sockets.socket(Domain.AF_UNIX, SocketType.SOCK_STREAM);
        assertThat(api.bind(fd, longest)).isEqualTo(failed("EINVAL"));
        assertThat(api.bind(fd, new Address.Malformed(longest, null, 110))).isEqualTo(failed("ENOENT"));
    }

    @Test
    void replacesTheFamily() {
        int fd = sockets.socket(Domain.AF_INET, SocketType.SOCK_STREAM);
        assertThat(api.connect(fd, new Address.Malformed(ANY_PORT, Domain.AF_UNKNOWN, null)))
                .isEqualTo(failed("EAFNOSUPPORT"));
    }

    @Test
    void passesNullPointers() {
        int fd = sockets.socket(Domain.AF_INET, SocketType.SOCK_STREAM);
        assertThat(api.bind(fd, new Address.Null())).isEqualTo(failed("EINVAL"));
        assertThat(api.bind(fd, new Address.Malformed(new Address.Null(), null, 16)))
                .isEqualTo(failed("EFAULT"));
    }

    @Test
    void sendsToThePresetPeerByANullPointer() {
        var pair = sockets.pair(SocketType.SOCK_DGRAM);
        assertThat(api.sendto(pair.get(0), Bytes.of("x"), Set.of(), new Address.Null()))
                .isEqualTo(Outcome.returned(1));
        assertThat(sockets.recv(pair.get(1))).isEqualTo(Bytes.of("x"));
    }

    @Test
    void dissolvesThePeerOfADatagramSocket() {
        int peer = sockets.bound(Domain.AF_INET, SocketType.SOCK_DGRAM, ANY_PORT);
        int fd = sockets.socket(Domain.AF_INET, SocketType.SOCK_DGRAM);
        returned(api.connect(fd, sockets.nameOf(peer)));
        assertThat(api.connect(fd, new Address.Unspec())).isEqualTo(Outcome.returned(0));
        assertThat(api.getpeername(fd)).isEqualTo(failed("ENOTCONN"));
    }

    @Test
    void givesAnUnboundUnixSocketNoName() {
        assertThat(sockets.nameOf(sockets.socket(Domain.AF_UNIX, SocketType.SOCK_STREAM)))
                .isEqualTo(new Address.UnixUnnamed());
    }

    @Test
    void refusesATextThatIsNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sockaddrs.encode(new Address.Inet("localhost", 80)))
                .withMessageContaining("\"localhost\" is not an address of AF_INET")
                .withMessageContaining("Write 127.0.0.1");
    }
}
