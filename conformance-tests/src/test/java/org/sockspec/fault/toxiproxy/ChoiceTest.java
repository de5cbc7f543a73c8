package org.sockspec.fault.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

    @Test
    void readsTheThreeWords() {
        assertThat(Choice.parse("auto")).isEqualTo(new Choice.Auto());
        assertThat(Choice.parse("binary")).isEqualTo(new Choice.Binary());
        assertThat(Choice.parse("docker")).isEqualTo(new Choice.Docker());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8474", "http://127.0.0.1:8474/"})
    void readsAUrl(String text) {
        var choice = Choice.parse(text);

        assertThat(choice).isEqualTo(new Choice.Url(new InetSocketAddress("127.0.0.1", 8474)));
        assertThat(choice).hasToString("http://127.0.0.1:8474");
    }

    @Test
    void readsAUrlWithAnIpv6Address() {
        assertThat(Choice.parse("http://[::1]:8474")).isEqualTo(new Choice.Url(new InetSocketAddress("::1", 8474)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dokcer",
                "127.0.0.1:8474",
                "http://127.0.0.1",
                "https://h:1",
                "http://h:99999",
                "http://h:1/x",
                "a b"
            })
    void namesWhatItTakesWhenTheValueIsWrong(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.parse(text))
                .withMessage("--toxiproxy takes auto, binary, docker, or a URL such as http://127.0.0.1:8474, not '"
                        + text + "'.");
    }
}
