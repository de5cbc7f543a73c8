package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToxicSpecTest {

    static Stream<Arguments> toxics() {
        return Stream.of(
                arguments(ToxicSpec.latency(30, 5), "latency", "{\"latency\":30,\"jitter\":5}"),
                arguments(ToxicSpec.bandwidth(0), "bandwidth", "{\"rate\":0}"),
                arguments(
                        ToxicSpec.slicer(1, 2000),
                        "slicer",
                        "{\"average_size\":1,\"size_variation\":0,\"delay\":2000}"),
                arguments(ToxicSpec.limitData(5), "limit_data", "{\"bytes\":5}"),
                arguments(ToxicSpec.timeout(7), "timeout", "{\"timeout\":7}"),
                arguments(ToxicSpec.slowClose(8), "slow_close", "{\"delay\":8}"),
                arguments(ToxicSpec.resetPeer(9), "reset_peer", "{\"timeout\":9}"));
    }

    @ParameterizedTest
    @MethodSource("toxics")
    void speaksTheLanguageOfTheServer(ToxicSpec toxic, String type, String attributes) {
        var json = "{\"name\":\"" + type + "_upstream\",\"type\":\"" + type
                + "\",\"stream\":\"upstream\",\"toxicity\":0.25,\"attributes\":" + attributes + "}";

        assertThat(tree(toxic.upstream().toxicity(0.25)))
                .isEqualTo(JsonMapper.shared().readTree(json));
    }

    @Test
    void actsDownstreamOnEveryConnectionUnlessToldOtherwise() {
        var json = tree(ToxicSpec.timeout(0));

        assertThat(json.path("stream").asString()).isEqualTo("downstream");
        assertThat(json.path("toxicity").asDouble()).isEqualTo(1);
    }

    @Test
    void keepsTheNameThatItWasGiven() {
        assertThat(ToxicSpec.timeout(0).named("mine").upstream().name()).isEqualTo("mine");
        assertThat(ToxicSpec.timeout(0).upstream().downstream().name()).isEqualTo("timeout_downstream");
    }

    @Test
    void refusesWhatBreaksTheServer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToxicSpec.slicer(0, 1))
                .withMessageContaining("at least 1 byte");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToxicSpec.latency(-1, 0))
                .withMessageContaining("latency of latency_downstream is negative: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToxicSpec.timeout(1).toxicity(1.5))
                .withMessageContaining("not between 0 and 1");
    }

    private static JsonNode tree(ToxicSpec toxic) {
        // By way of text, so that the types of the numbers do not matter.
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(toxic.json()));
    }
}
