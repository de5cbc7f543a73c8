package org.sockspec.protocol;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;

/** The testee side of the protocol: serves one {@link SocketApi} over a pair of streams until the first one ends. */
public final class TesteeServer implements AutoCloseable {
    private static final int INVALID_REQUEST = -32600;
    private static final int INTERNAL_ERROR = -32603;

    private final Sessions sessions;
    private final BufferedWriter out;

    private TesteeServer(SocketApi api, OutputStream out) {
        this.sessions = new Sessions(api);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
    }

    /** Serves until end of file. */
    public static void serve(SocketApi api, InputStream in, OutputStream out) throws IOException {
        var lines = new LineReader(in);
        try (var server = new TesteeServer(api, out)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                server.handle(line, lines.wouldBlock());
            }
        }
    }

    @Override
    public void close() {
        sessions.close();
    }

    private void handle(String line, boolean last) {
        Long id = null;
        try {
            var request = Codec.parse(line);
            id = Codec.idOfRequest(request);
            dispatch(id, request.get("method"), request.get("params"));
        } catch (ProtocolException e) {
            write(Codec.error(id, INVALID_REQUEST, String.valueOf(e.getMessage())), false);
        }
        if (last) {
            flush();
        }
    }

    private void dispatch(long id, @Nullable Object called, @Nullable Object given) {
        var reader = Thread.currentThread();
        if (!(called instanceof String method)) {
            throw new ProtocolException("a request must have a method");
        }
        if (!(given instanceof Map<?, ?> parameters)) {
            throw new ProtocolException("a request must have params");
        }
        switch (method) {
            case "hello" -> write(Codec.reply(id, Codec.hello(sessions.capabilities())), false);
            case "end_session" ->
                sessions.end(
                        text(parameters, "session"), stuck -> write(Codec.reply(id, Map.of("stuck", stuck)), true));
            case Codec.BEGUN ->
                sessions.begun(text(parameters, "session"), text(parameters, "lane"))
                        .thenRun(() ->
                                write(Codec.reply(id, Map.of(Codec.BEGUN, true)), Thread.currentThread() != reader));
            default -> {
                if (!Codec.isCall(method)) {
                    write(Codec.error(id, Pending.UNSUPPORTED, "unknown method '" + method + "'"), false);
                    return;
                }
                var session = text(parameters, "session");
                var lane = text(parameters, "lane");
                sessions.call(
                        session,
                        lane,
                        Codec.call(method, own(parameters)),
                        outcome -> write(reply(id, outcome), Thread.currentThread() != reader));
            }
        }
    }

    private static String reply(long id, Outcome outcome) {
        if (outcome instanceof Outcome.Unsupported unsupported) {
            return Codec.error(id, Pending.UNSUPPORTED, unsupported.what());
        }
        return outcome instanceof Outcome.Died died
                ? Codec.error(id, INTERNAL_ERROR, died.how())
                : Codec.reply(id, Codec.result(outcome));
    }

    private static String text(Map<?, ?> parameters, String name) {
        if (parameters.get(name) instanceof String text) {
            return text;
        }
        throw new ProtocolException("'" + name + "' must be a string");
    }

    /** Returns the parameters that are the call's own. */
    private static Map<String, @Nullable Object> own(Map<?, ?> parameters) {
        var own = new LinkedHashMap<String, @Nullable Object>();
        parameters.forEach((name, value) -> own.put((String) name, value));
        own.keySet().removeAll(List.of("session", "lane"));
        return own;
    }

    private synchronized void write(String message, boolean flush) {
        try {
            out.write(message);
            out.write('\n');
            if (flush) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
