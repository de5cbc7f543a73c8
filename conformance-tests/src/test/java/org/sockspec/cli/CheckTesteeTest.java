package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockspec.engine.Implementation;

class CheckTesteeTest {
    private static final String HELLO = """
            read hello; echo '{"jsonrpc":"2.0","id":1,"result":{"protocol":"1","name":"n","version":"v",\
            "platform":"p","sessions":1,"domains":["AF_INET"],"types":["SOCK_STREAM"],"calls":[%s]}}'
            """;

    private final Console console = new Console();

    @TempDir
    Path folder;

    @Test
    void theReferenceClimbsTheWholeLadder() {
        var line = new ArrayList<>(List.of("check-testee", "--"));
        line.addAll(Implementation.reference().command());

        assertThat(console.sockspec(line.toArray(String[]::new)))
                .as(console.out() + console.err())
                .isZero();
        assertThat(console.out()).contains("31 of 31 rungs work").doesNotContain("BROKEN", "missing ");
    }

    @Test
    void namesTheCallToImplementNext() throws IOException {
        assertThat(check("cat >/dev/null", "")).isZero();
        assertThat(console.out()).contains("missing  creates and closes a socket", "Next     socket is not among");
    }

    @Test
    void quotesAMalformedAnswerAndSaysWhatWasExpected() throws IOException {
        var answer = "read call; echo '{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"ret\":\"3\"}}'; cat >/dev/null";

        assertThat(check(answer, "\"socket\",\"close\"")).isEqualTo(1);
        assertThat(console.out())
                .contains("BROKEN   creates and closes a socket")
                .contains("a result must be an object with an integer 'ret'")
                .contains("the line was: {\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"ret\":\"3\"}}");
    }

    @Test
    void tellsATesteeThatItClaimsWhatItCannotDo() throws IOException {
        var answer = "read call; echo '{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32601,\"message\":\"no\"}}';"
                + " cat >/dev/null";

        assertThat(check(answer, "\"socket\",\"close\"")).isEqualTo(1);
        assertThat(console.out()).contains("declares socket among its calls, but answers that it does not support it");
    }

    @Test
    void endsWith69WhereNothingAnswersHello() {
        assertThat(console.sockspec("check-testee", "--", "false")).isEqualTo(69);
        assertThat(console.err()).contains("exited with status 1");
    }

    private int check(String script, String calls) throws IOException {
        var testee = folder.resolve("testee");
        Files.writeString(testee, HELLO.formatted(calls) + script);
        return console.sockspec("check-testee", "--", "sh", testee.toString());
    }
}
