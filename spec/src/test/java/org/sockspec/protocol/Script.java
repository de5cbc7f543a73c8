package org.sockspec.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;

/** A testee written in a few words of shell. */
final class Script {
    /** Awaits hello and answers it well. */
    static final String HELLO = "read hello; " + reply(1, """
            "result":{"protocol":"1","name":"n","version":"v","platform":"p","sessions":1,\
            "domains":["AF_INET"],"types":["SOCK_STREAM"],"calls":["listen","send"]}""") + "; ";

    private Script() {}

    /** Returns a command that answers. */
    static String reply(int id, String rest) {
        return "echo '{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + rest + "}'";
    }

    static Process run(String script) {
        try {
            return new ProcessBuilder("sh", "-c", script).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProcessTestee greeted(String script) {
        return ProcessTestee.greet(run(HELLO + script), Duration.ofSeconds(10));
    }

    /** Makes one call and returns what became of it. */
    static Outcome outcome(ProcessTestee testee) {
        return testee.openSession().call("1", new Call.Listen(3, 1)).join();
    }
}
