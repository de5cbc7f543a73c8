package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.MessageFlag;
import org.sockspec.api.Pattern;
import org.sockspec.api.PollEvent;
import org.sockspec.api.Protocol;
import org.sockspec.api.Shutdown;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketOption;
import org.sockspec.api.SocketType;

class ProtocolPageTest {
    private final ProtocolPage page = new ProtocolPage();

    @Test
    void itHasASectionForEachCallAndNoOther() {
        assertThat(page.calls().keySet()).containsExactlyInAnyOrderElementsOf(Codec.methods());
    }

    @Test
    void itHasARowForEachParameterAndNoOther() {
        var calls = Samples.of(Call.class).stream()
                .map(Object::getClass)
                .distinct()
                .collect(Collectors.toMap(
                        Call::methodOf,
                        type -> Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()));

        assertThat(page.calls()).containsExactlyInAnyOrderEntriesOf(calls);
    }

    @Test
    void itsExamplesAreValid() {
        assertThat(page.messages())
                .hasSizeGreaterThan(2 * Codec.methods().size())
                .allSatisfy(message -> {
                    boolean request = Codec.parse(message).containsKey("method");
                    assertThat((request ? Schemas.REQUEST : Schemas.REPLY).violations(message))
                            .isEmpty();
                });
    }

    @Test
    void itHasAnExampleOfEachCallThatCanBeReadAndWrittenAgain() {
        var requests = page.messages().map(Codec::parse).filter(message -> message.containsKey("params"));
        var calls = requests.filter(message -> Codec.isCall((String) message.get("method")))
                .toList();

        assertThat(calls)
                .extracting(message -> (String) message.get("method"))
                .containsExactlyInAnyOrderElementsOf(Codec.methods());
        assertThat(calls).allSatisfy(message -> {
            var parameters = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) message.get("params")).forEach((name, value) -> parameters.put((String) name, value));
            parameters.keySet().removeAll(List.of("session", "lane"));
            var call = Codec.call((String) message.get("method"), parameters);
            assertThat(Codec.parse(Codec.text(Codec.parameters(call)))).isEqualTo(parameters);
        });
    }

    @Test
    void itsTestVectorsAreRight() {
        assertThat(page.vectors()).hasSizeGreaterThan(3).allSatisfy(row -> {
            var bytes = new Pattern(Long.parseLong(row.group(1))).bytes(Long.parseLong(row.group(2)), 16);
            assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes.toArray())).isEqualTo(row.group(3));
        });
    }

    @Test
    void itNamesEveryConstant() {
        var values = page.section("Values");

        assertThat(Stream.<Enum<?>[]>of(
                                Domain.values(),
                                SocketType.values(),
                                Protocol.values(),
                                SocketFlag.values(),
                                MessageFlag.values(),
                                FileFlag.values(),
                                FcntlCommand.values(),
                                Shutdown.values(),
                                PollEvent.values(),
                                Signal.values(),
                                SocketOption.values())
                        .flatMap(Stream::of))
                .allSatisfy(constant -> assertThat(values).contains("`" + constant.name() + "`"));
    }
}
