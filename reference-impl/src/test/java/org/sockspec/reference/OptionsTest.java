package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sockspec.reference.OpenSockets.ANY_PORT;
import static org.sockspec.reference.OpenSockets.failed;

import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockspec.api.Domain;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

class OptionsTest {
    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;
    private final int stream = sockets.socket(Domain.AF_INET6, SocketType.SOCK_STREAM);

    @ParameterizedTest
    @EnumSource
    void readsEveryOption(SocketOption option) {
        assertThat(api.getsockopt(stream, option)).isInstanceOf(Returned.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SO_BROADCAST,1",
        "SO_KEEPALIVE,1",
        "SO_OOBINLINE,1",
        "SO_RCVLOWAT,3",
        "SO_REUSEADDR,1",
        "SO_REUSEPORT,1",
        "TCP_KEEPCNT,2",
        "TCP_KEEPIDLE,3",
        "TCP_KEEPINTVL,4",
        "TCP_NODELAY,1",
        "TCP_SYNCNT,5",
        "TCP_USER_TIMEOUT,1234",
        "IPV6_V6ONLY,1"
    })
    void readsBackWhatWasSet(SocketOption option, int value) {
        assertThat(api.setsockopt(stream, option, OptionValue.of(value))).isEqualTo(Outcome.returned(0));
        assertThat(api.getsockopt(stream, option)).isEqualTo(Returned.option(OptionValue.of(value)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SO_RCVBUF", "SO_SNDBUF"})
    void buffersAreDoubled(SocketOption option) {
        api.setsockopt(stream, option, OptionValue.of(20_000));
        assertThat(api.getsockopt(stream, option)).isEqualTo(Returned.option(OptionValue.of(40_000)));
    }

    @Test
    void codesLinger() {
        var linger = new OptionValue.Linger(true, 7);
        assertThat(api.setsockopt(stream, SocketOption.SO_LINGER, linger)).isEqualTo(Outcome.returned(0));
        assertThat(api.getsockopt(stream, SocketOption.SO_LINGER)).isEqualTo(Returned.option(linger));
    }

    @ParameterizedTest
    @EnumSource(names = {"SO_RCVTIMEO", "SO_SNDTIMEO"})
    void codesTimeouts(SocketOption option) {
        var timeout = new OptionValue.Timeout(12_500_000);
        assertThat(api.setsockopt(stream, option, timeout)).isEqualTo(Outcome.returned(0));
        assertThat(api.getsockopt(stream, option)).isEqualTo(Returned.option(timeout));
    }

    @Test
    void namesDomainTypeAndProtocol() {
        int datagram = sockets.keep(
                api.socket(Domain.AF_INET, SocketType.SOCK_DGRAM, Set.of(SocketFlag.SOCK_CLOEXEC), Protocol.DEFAULT));
        int unix = sockets.socket(Domain.AF_UNIX, SocketType.SOCK_SEQPACKET);
        assertThat(symbol(stream, SocketOption.SO_DOMAIN)).isEqualTo("AF_INET6");
        assertThat(symbol(stream, SocketOption.SO_PROTOCOL)).isEqualTo("IPPROTO_TCP");
        assertThat(symbol(datagram, SocketOption.SO_TYPE)).isEqualTo("SOCK_DGRAM");
        assertThat(symbol(datagram, SocketOption.SO_PROTOCOL)).isEqualTo("IPPROTO_UDP");
        assertThat(symbol(unix, SocketOption.SO_TYPE)).isEqualTo("SOCK_SEQPACKET");
        assertThat(symbol(unix, SocketOption.SO_PROTOCOL)).isEqualTo("0");
    }

    @Test
    void namesThePendingError() {
        int bound = sockets.bound(Domain.AF_INET, SocketType.SOCK_STREAM, ANY_PORT);
        int client = sockets.keep(
                api.socket(Domain.AF_INET, SocketType.SOCK_STREAM, Set.of(SocketFlag.SOCK_NONBLOCK), Protocol.DEFAULT));
        api.connect(client, sockets.nameOf(bound));
        assertThat(symbol(client, SocketOption.SO_ERROR)).isEqualTo("ECONNREFUSED");
        assertThat(symbol(client, SocketOption.SO_ERROR)).isEqualTo("0");
    }

    private String symbol(int fd, SocketOption option) {
        var value = OpenSockets.returned(api.getsockopt(fd, option)).option();
        assertThat(value).isInstanceOf(OptionValue.Symbol.class);
        return ((OptionValue.Symbol) value).name();
    }

    @ParameterizedTest
    @CsvSource({
        "SO_TYPE,SOCK_STREAM",
        "SO_DOMAIN,AF_INET",
        "SO_PROTOCOL,IPPROTO_TCP",
        "SO_PROTOCOL,0",
        "SO_ERROR,ECONNREFUSED",
        "SO_ERROR,0"
    })
    void readOnlyOptionsAreRefusedByTheKernel(SocketOption option, String symbol) {
        assertThat(api.setsockopt(stream, option, new OptionValue.Symbol(symbol)))
                .isEqualTo(failed("ENOPROTOOPT"));
    }

    @Test
    void passesAValueOfTheWrongKind() {
        assertThat(api.setsockopt(stream, SocketOption.SO_LINGER, OptionValue.of(1)))
                .isEqualTo(failed("EINVAL"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.setsockopt(stream, SocketOption.SO_SNDBUF, new OptionValue.Symbol("BIG")))
                .withMessageContaining("SO_SNDBUF")
                .withMessageContaining("BIG");
    }
}
