package org.sockspec.protocol;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
            dispatch(id, request.path("method").asString(""), request.path("params"));
        } catch (ProtocolException e) {
            write(Codec.error(id, INVALID_REQUEST, String.valueOf(e.getMessage())), false);
        }
        if (last) {
            flush();
        }
    }

    private void dispatch(long id, String method, JsonNode parameters) {
        var reader = Thread.currentThread();
        switch (method) {
            case "hello" -> write(Codec.reply(id, Codec.hello(sessions.api().capabilities())), false);
            case "end_session" ->
                sessions.end(
                        text(parameters, "session"),
                        stuck -> write(
                                Codec.reply(id, Json.MAPPER.createObjectNode().put("stuck", stuck)), true));
            case "" -> throw new ProtocolException("a request must have a method");
            default -> {
                if (!Codec.isCall(method)) {
                    write(Codec.error(id, Pending.UNSUPPORTED, "unknown method '" + method + "'"), false);
                    return;
                }
                var session = text(parameters, "session");
                var lane = text(parameters, "lane");
                var fields = (ObjectNode) parameters;
                fields.remove("session");
                fields.remove("lane");
                sessions.call(
                        session,
                        lane,
                        Codec.call(method, fields),
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

    private static String text(JsonNode parameters, String name) {
        var value = parameters.path(name);
        if (!value.isString()) {
            throw new ProtocolException("'" + name + "' must be a string");
        }
        return value.stringValue();
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
