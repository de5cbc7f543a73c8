package org.sockspec.protocol;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;
import tools.jackson.databind.JsonNode;

/** The harness side of the protocol: a testee in a child process. */
public final class ProcessTestee implements Testee {
    private static final int UNSUPPORTED = -32601;

    private final Process process;
    private final BufferedWriter requests;
    private final Tail errors;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong sessions = new AtomicLong();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private volatile @Nullable String ended;
    private @Nullable Capabilities capabilities;

    private ProcessTestee(Process process) {
        this.process = process;
        this.requests = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), 64 * 1024);
        this.errors = Tail.of(process.getErrorStream());
    }

    /**
     * Takes over a process and greets it.
     *
     * @param patience how long it may take to answer
     * @throws TesteeException when it does not answer, or not as a testee does
     */
    public static ProcessTestee greet(Process process, Duration patience) {
        var testee = new ProcessTestee(process);
        var reader = new Thread(testee::read, "testee-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            testee.capabilities = testee.hello().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return testee;
        } catch (TimeoutException e) {
            testee.close();
            throw new TesteeException(
                    "the testee did not answer hello within " + patience.toMillis() + " ms" + testee.errors.quoted());
        } catch (ExecutionException e) {
            testee.close();
            throw new TesteeException("the testee " + e.getCause().getMessage() + testee.errors.quoted());
        } catch (InterruptedException e) {
            testee.close();
            Thread.currentThread().interrupt();
            throw new TesteeException("interrupted while the testee was starting");
        }
    }

    @Override
    public Capabilities capabilities() {
        if (capabilities == null) {
            throw new IllegalStateException("not greeted");
        }
        return capabilities;
    }

    @Override
    public Session openSession() {
        var name = "s" + sessions.incrementAndGet();
        return new Session() {
            @Override
            public CompletableFuture<Outcome> call(String lane, Call call) {
                long id = ids.incrementAndGet();
                var reply = new CompletableFuture<Outcome>();
                send(id, Codec.request(id, call.method(), name, lane, call), new CallPending(call, reply));
                return reply;
            }

            @Override
            public CompletableFuture<Integer> end() {
                long id = ids.incrementAndGet();
                var reply = new CompletableFuture<Integer>();
                send(id, Codec.request(id, "end_session", name, null, null), new EndPending(reply));
                return reply;
            }
        };
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(process.toHandle());
    }

    @Override
    public Optional<String> ended() {
        return Optional.ofNullable(ended);
    }

    @Override
    public String errorOutput() {
        return errors.text();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private CompletableFuture<Capabilities> hello() {
        long id = ids.incrementAndGet();
        var reply = new CompletableFuture<Capabilities>();
        send(id, Codec.helloRequest(id), new HelloPending(reply));
        return reply;
    }

    private void send(long id, String message, Pending reply) {
        pending.put(id, reply);
        try {
            synchronized (requests) {
                requests.write(message);
                requests.write('\n');
                requests.flush();
            }
        } catch (IOException closed) {
            process.onExit().join();
        }
        var how = ended;
        if (how != null && pending.remove(id) != null) {
            reply.died(how);
        }
    }

    private void read() {
        String how;
        var lines = new LineReader(process.getInputStream());
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                receive(line);
            }
            how = ending();
        } catch (ProtocolException e) {
            how = "broke the protocol: " + e.getMessage();
            process.destroyForcibly();
        } catch (IOException e) {
            how = ending();
        }
        ended = how;
        for (var id : pending.keySet()) {
            var reply = pending.remove(id);
            if (reply != null) {
                reply.died(how);
            }
        }
    }

    private String ending() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "closed its standard output and went on running";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int status = process.exitValue();
        return status > 128 ? "died by signal " + (status - 128) : "exited with status " + status;
    }

    private void receive(String line) {
        try {
            var message = Codec.parse(line);
            if (!message.path("id").isIntegralNumber()) {
                throw new ProtocolException("a reply must have the integer id of its request");
            }
            var reply = pending.remove(message.get("id").longValue());
            if (reply == null) {
                throw new ProtocolException("no request waits for a reply with id " + message.get("id"));
            }
            try {
                reply.complete(message);
            } catch (ProtocolException e) {
                reply.died("broke the protocol: " + e.getMessage());
                throw e;
            }
        } catch (ProtocolException e) {
            throw new ProtocolException(e.getMessage() + "; the line was: " + LineReader.excerpt(line), e);
        }
    }

    /** A request that has no reply yet. */
    private sealed interface Pending {
        void complete(JsonNode message);

        void died(String how);
    }

    private record CallPending(Call call, CompletableFuture<Outcome> reply) implements Pending {
        @Override
        public void complete(JsonNode message) {
            var error = message.path("error");
            if (error.isMissingNode()) {
                reply.complete(Codec.outcome(message.path("result")));
            } else if (error.path("code").asInt(0) == UNSUPPORTED) {
                reply.complete(new Outcome.Unsupported(call.method()));
            } else {
                throw new ProtocolException("refused " + call.method() + ": "
                        + error.path("message").asString("(no message)"));
            }
        }

        @Override
        public void died(String how) {
            reply.complete(new Outcome.Died(how));
        }
    }

    private record EndPending(CompletableFuture<Integer> reply) implements Pending {
        @Override
        public void complete(JsonNode message) {
            reply.complete(message.path("result").path("stuck").asInt(0));
        }

        @Override
        public void died(String how) {
            reply.complete(0);
        }
    }

    private record HelloPending(CompletableFuture<Capabilities> reply) implements Pending {
        @Override
        public void complete(JsonNode message) {
            reply.complete(Codec.capabilities(message.path("result")));
        }

        @Override
        public void died(String how) {
            reply.completeExceptionally(new TesteeException(how));
        }
    }
}
