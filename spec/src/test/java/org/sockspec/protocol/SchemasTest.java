package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {

    @Test
    void everyCallIsValidAndSurvivesTheWire() {
        assertThat(Samples.of(Call.class)).hasSizeGreaterThan(200).allSatisfy(sample -> {
            var call = (Call) sample;
            var request = Codec.request(1, call.method(), "s1", "1", call);

            assertThat(Schemas.REQUEST.violations(request)).as(request).isEmpty();
            assertThat(Codec.call(call.method(), Codec.parse(Codec.text(Codec.parameters(call)))))
                    .isEqualTo(call);
        });
    }

    @Test
    void everyReturnIsValidAndSurvivesTheWire() {
        assertThat(Samples.of(Returned.class)).hasSizeGreaterThan(50).allSatisfy(sample -> {
            var reply = Codec.reply(1, Codec.result((Returned) sample));

            assertThat(Schemas.REPLY.violations(reply)).as(reply).isEmpty();
            assertThat(Codec.outcome(Codec.parse(reply).get("result"))).isEqualTo(sample);
        });
    }

    @Test
    void everyOtherMessageIsValid() {
        assertThat(Samples.of(Errno.class))
                .extracting(errno -> Codec.reply(1, Codec.result(Outcome.failed((Errno) errno))))
                .allSatisfy(reply -> assertThat(Schemas.REPLY.violations(reply)).isEmpty());
        assertThat(Stream.of(
                        Codec.reply(1, Codec.hello(FakeApi.WHO)),
                        Codec.error(1L, Pending.UNSUPPORTED, "pipe"),
                        Codec.error(null, -32600, "not JSON")))
                .allSatisfy(reply -> assertThat(Schemas.REPLY.violations(reply)).isEmpty());
        assertThat(Stream.of(Codec.helloRequest(1), Codec.request(2, "end_session", "s1", null, null)))
                .allSatisfy(request ->
                        assertThat(Schemas.REQUEST.violations(request)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            REPLY   | {"id":1,"result":{"ret":0}}
            REPLY   | {"jsonrpc":"2.0","result":{"ret":0}}
            REPLY   | {"jsonrpc":"2.0","id":"1","result":{"ret":0}}
            REPLY   | {"jsonrpc":"2.0","id":null,"result":{"ret":0}}
            REPLY   | {"jsonrpc":"2.0","id":1}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":-1}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0,"errno":"EINTR"}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":-1,"errno":98}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0,"adress":{}}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0,"data":"?"}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0,"address":{"family":"AF_INET","host":"::1","port":1}}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0,"address":{"family":"AF_UNIX","path":"a","port":1}}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"ret":0},"error":{"code":1,"message":""}}
            REPLY   | {"jsonrpc":"2.0","id":1,"error":{"message":"no"}}
            REPLY   | {"jsonrpc":"2.0","id":1,"result":{"protocol":"1"}}
            REQUEST | {"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":"2"}}
            REQUEST | {"jsonrpc":"2.0","id":1,"method":"dupe","params":{"session":"s","lane":"1","fd":3}}
            REQUEST | {"jsonrpc":"2.0","id":1,"method":"dup","params":{"session":"s","fd":3}}
            REQUEST | {"jsonrpc":"2.0","id":1,"method":"dup","params":{"session":"s","lane":"1","fd":"3"}}
            """)
    void whatIsMalformedIsInvalid(Schemas schema, String message) {
        assertThat(schema.violations(message)).isNotEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("domain", Domain.values()),
                Arguments.of("type", SocketType.values()),
                Arguments.of("protocol", Protocol.values()),
                Arguments.of("socketFlag", SocketFlag.values()),
                Arguments.of("messageFlag", MessageFlag.values()),
                Arguments.of("fileFlag", FileFlag.values()),
                Arguments.of("fcntlCommand", FcntlCommand.values()),
                Arguments.of("shutdown", Shutdown.values()),
                Arguments.of("signal", Signal.values()),
                Arguments.of("pollEvent", PollEvent.values()),
                Arguments.of("option", SocketOption.values()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreThoseOfTheApi(String definition, Enum<?>[] constants) throws IOException {
        try (var schema = SchemasTest.class.getResourceAsStream("/protocol/values.schema.json")) {
            var names = JsonMapper.shared().readTree(schema).at("/$defs/" + definition + "/enum");

            assertThat(names.valueStream().map(JsonNode::stringValue))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(constants).map(Enum::name).toList());
        }
    }

    @Test
    void theAnswerToHelloMayHaveMoreMembersThanAreKnown() {
        var hello = Codec.hello(FakeApi.WHO);
        hello.put("colour", "red");

        assertThat(Codec.capabilities(hello)).isEqualTo(FakeApi.WHO);
        assertThat(Schemas.REPLY.violations(Codec.reply(1, hello))).isEmpty();
    }

    @Test
    void capabilitiesSurviveTheWire() {
        assertThat(Samples.of(Capabilities.class))
                .filteredOn(sample -> ((Capabilities) sample).sessions() > 0 && ((Capabilities) sample).level() == null)
                .allSatisfy(sample -> assertThat(Codec.capabilities(Codec.hello((Capabilities) sample)))
                        .isEqualTo(sample));
    }
}
