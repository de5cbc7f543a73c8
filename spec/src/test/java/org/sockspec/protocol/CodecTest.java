package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Control;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FdSets;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

class CodecTest {

    static Stream<Call> calls() {
        return Stream.of(
                new Call.Socket(
                        Domain.AF_INET, SocketType.SOCK_STREAM, Set.of(SocketFlag.SOCK_CLOEXEC), Protocol.DEFAULT),
                new Call.Bind(3, new Address.Inet("127.0.0.1", 80)),
                new Call.Bind(3, new Address.Inet6("fe80::1", 80, 2)),
                new Call.Bind(3, new Address.UnixPath("/a b")),
                new Call.Bind(3, new Address.UnixAbstract(Bytes.of("x\0y"))),
                new Call.Connect(3, new Address.Unspec()),
                new Call.Connect(3, new Address.Null()),
                new Call.Connect(3, new Address.Malformed(new Address.Inet("127.0.0.1", 1), Domain.AF_UNKNOWN, 3)),
                new Call.Connect(3, new Address.Malformed(new Address.UnixUnnamed(), null, 1)),
                new Call.Sendmsg(
                        3,
                        null,
                        List.of(Bytes.of("a"), Bytes.EMPTY),
                        List.of(new Control.Rights(List.of(4, 5))),
                        Set.of(MessageFlag.MSG_NOSIGNAL)),
                new Call.Poll(List.of(new PollFd(3, Set.of(PollEvent.POLLIN))), -1),
                new Call.Select(new FdSets(List.of(3), List.of(), List.of(4)), 0),
                new Call.Setsockopt(3, SocketOption.SO_LINGER, new OptionValue.Linger(true, 7)),
                new Call.Setsockopt(3, SocketOption.SO_RCVTIMEO, new OptionValue.Timeout(1500)),
                new Call.Setsockopt(3, SocketOption.SO_REUSEADDR, OptionValue.of(1)),
                new Call.Fcntl(3, FcntlCommand.F_SETFL, Set.of(FileFlag.O_NONBLOCK)),
                new Call.PthreadKill("2", Signal.SIGUSR1),
                new Call.SendPattern(3, 7, 1L << 40),
                new Call.Pipe());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void callsSurviveTheWire(Call call) {
        var parameters = Codec.parse(Codec.text(Codec.parameters(call)));

        assertThat(Codec.call(call.method(), parameters)).isEqualTo(call);
    }

    static Stream<Outcome> outcomes() {
        return Stream.of(
                Outcome.failed(Errno.ECONNREFUSED),
                Outcome.returned(5),
                Returned.name(new Address.UnixUnnamed(), 2),
                Returned.received(Bytes.of(new byte[] {0, -1, 10})),
                Returned.polled(1, List.of(Set.of(PollEvent.POLLIN, PollEvent.POLLHUP), Set.of())),
                Returned.selected(1, new FdSets(List.of(), List.of(3), List.of())),
                Returned.option(new OptionValue.Symbol("SOCK_STREAM")),
                Returned.flags(Set.of(FileFlag.O_NONBLOCK)),
                Returned.fds(4, 5),
                Returned.mode("S_IFSOCK"),
                Returned.pattern(100, -1),
                Returned.received(Bytes.of("x"))
                        .withMessage(
                                Set.of(MessageFlag.MSG_TRUNC), List.of(new Control.Other("SCM_X", Bytes.of("y")))));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomesSurviveTheWire(Outcome outcome) {
        assertThat(Codec.outcome(Codec.parse(Codec.text(Codec.result(outcome)))))
                .isEqualTo(outcome);
    }

    @Test
    void malformedMessagesAreNamed() {
        assertThatThrownBy(() -> Codec.call("bind", Codec.parse("{\"fd\":3}")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("malformed parameters of bind");
        assertThatThrownBy(() -> Codec.call("warp", Codec.parse("{}"))).hasMessage("unknown method 'warp'");
        assertThatThrownBy(() -> Codec.outcome(Codec.parse("{\"ret\":\"0\"}"))).hasMessageContaining("integer 'ret'");
        assertThatThrownBy(() -> Codec.outcome(Codec.parse("{\"ret\":0,\"warp\":1}")))
                .hasMessageContaining("malformed result")
                .hasMessageContaining("warp");
        assertThatThrownBy(() -> Codec.parse("hello")).hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 6})
    void bytesOtherThanTheReturnValueSaysAreALie(long ret) {
        var call = new Call.Recv(3, 16, Set.of());
        var result = Codec.result(Returned.of(ret).withData(Bytes.of("hello")));

        assertThatThrownBy(() -> Codec.outcome(call, result))
                .hasMessage("where recv into 16 bytes gives 'ret' %d, 'data' must not have 5 bytes", ret);
    }

    @Test
    void aTruncatedMessageMayBeLongerThanItsBytes() {
        var outcome = Returned.of(9).withData(Bytes.of("hello"));

        assertThat(Codec.outcome(new Call.Recv(3, 5, Set.of(MessageFlag.MSG_TRUNC)), Codec.result(outcome)))
                .isEqualTo(outcome);
    }
}
