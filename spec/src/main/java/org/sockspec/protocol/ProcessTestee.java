package org.sockspec.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

/** The harness side of the protocol: a testee in a child process. */
public final class ProcessTestee implements Testee {
    /** How long a process may go on after one of its streams has ended, and a stream after its process. */
    private static final long FAREWELL_MS = 1000;

    private final Process process;
    private final RequestWriter requests;
    private final Tail errors;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong sessions = new AtomicLong();
    private final Map<Long, Sent> pending = new ConcurrentHashMap<>();
    private volatile @Nullable String ended;
    private @Nullable Capabilities capabilities;

    /** A request, and where in the stream of requests it ends. */
    private record Sent(Pending request, long position) {}

    private ProcessTestee(Process process) {
        this.process = process;
        this.requests = new RequestWriter(process.getOutputStream(), this::start, this::inputIsClosed);
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
        testee.start(testee::read);
        process.onExit()
                .thenRunAsync(
                        () -> testee.finish(testee.exit()),
                        CompletableFuture.delayedExecutor(FAREWELL_MS, TimeUnit.MILLISECONDS));
        try {
            testee.capabilities = testee.hello().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return testee;
        } catch (TimeoutException e) {
            throw testee.refused("did not answer hello within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw testee.refused(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw testee.refused("was interrupted while it was starting");
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
                if (!has(call.method())) {
                    return CompletableFuture.completedFuture(new Outcome.Unsupported(call.method()));
                }
                long id = ids.incrementAndGet();
                var outcome = new CompletableFuture<Outcome>();
                send(
                        id,
                        Codec.request(id, call.method(), name, lane, call),
                        new Pending.SocketCall(name, call, outcome));
                return outcome;
            }

            @Override
            public CompletableFuture<Void> begun(String lane) {
                if (!has(Codec.BEGUN)) {
                    return CompletableFuture.completedFuture(null);
                }
                long id = ids.incrementAndGet();
                var begun = new CompletableFuture<Void>();
                send(id, Codec.request(id, Codec.BEGUN, name, lane, null), new Pending.Begun(name, begun));
                return begun;
            }

            @Override
            public CompletableFuture<Integer> end() {
                long id = ids.incrementAndGet();
                var stuck = new CompletableFuture<Integer>();
                send(id, Codec.request(id, "end_session", name, null, null), new Pending.End(name, stuck));
                return stuck;
            }
        };
    }

    private boolean has(String call) {
        return capabilities().calls().contains(call);
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
        kill();
        process.onExit().join();
    }

    private TesteeException refused(String why) {
        close();
        return new TesteeException("the testee " + why + errors.quoted());
    }

    private CompletableFuture<Capabilities> hello() {
        long id = ids.incrementAndGet();
        var reply = new CompletableFuture<Capabilities>();
        send(id, Codec.helloRequest(id), new Pending.Hello(reply));
        return reply;
    }

    private void send(long id, String message, Pending request) {
        requests.write(message, position -> pending.put(id, new Sent(request, position)));
        var how = ended;
        if (how != null && pending.remove(id) != null) {
            request.died(how);
        }
    }

    private void read() {
        var lines = new LineReader(process.getInputStream());
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                receive(line);
            }
            outputHasEnded("");
        } catch (EOFException e) {
            outputHasEnded("; " + e.getMessage());
        } catch (ProtocolException e) {
            breakOff("broke the protocol: " + e.getMessage() + "; spec/protocol.md says what it has to answer");
        } catch (IOException e) {
            outputHasEnded("");
        }
    }

    private void receive(String line) {
        try {
            var message = Codec.parse(line);
            long id = Codec.idOfReply(message);
            var sent = pending.get(id);
            if (sent == null) {
                throw new ProtocolException("no request waits for a reply with id " + id);
            }
            requests.wasRead(sent.position());
            sent.request().reply(message);
            pending.remove(id);
            if (sent.request() instanceof Pending.End end) {
                forget(end);
            }
        } catch (ProtocolException e) {
            throw new ProtocolException(e.getMessage() + "; the line was: " + LineReader.excerpt(line), e);
        }
    }

    /** Gives up on calls that their lane had not begun when it was freed: no reply will come. */
    private void forget(Pending.End end) {
        if (end.stuck().getNow(0) == 0) {
            pending.values().removeIf(sent -> sent.request().belongsTo(end.session()));
        }
    }

    private void outputHasEnded(String where) {
        if (exitsSoon()) {
            finish(exit() + where);
        } else {
            breakOff("closed its standard output and went on running" + where);
        }
    }

    /** Leaves the last word to the end of the output, where that comes: it may still answer. */
    private void inputIsClosed() {
        CompletableFuture.delayedExecutor(FAREWELL_MS, TimeUnit.MILLISECONDS).execute(() -> {
            if (process.isAlive()) {
                breakOff("closed its standard input and went on running");
            }
        });
    }

    private boolean exitsSoon() {
        try {
            return process.waitFor(FAREWELL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String exit() {
        return Exit.described(process.exitValue());
    }

    private void breakOff(String how) {
        kill();
        finish(how);
    }

    /** Settles, once, how it ended, and tells everybody who waits. */
    private synchronized void finish(String how) {
        if (ended != null) {
            return;
        }
        ended = how;
        for (var id : pending.keySet()) {
            var sent = pending.remove(id);
            if (sent != null) {
                sent.request().died(how);
            }
        }
    }

    /** Kills the children too; they must be found before, for orphans cannot be, and a dead one's number is reused. */
    private void kill() {
        var children = process.isAlive() ? process.descendants().toList() : List.<ProcessHandle>of();
        // The handle kills without closing the streams: what the testee said last must still be read.
        process.toHandle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void start(Runnable task) {
        var thread = new Thread(task, "testee-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }
}
