package org.sockspec.protocol;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;

/** A testee without a process: an implementation in this virtual machine, for Java implementations and mutants. */
public final class InProcessTestee implements Testee {
    /** What nobody can do to the process of the harness. */
    private static final Set<String> LACKS =
            Set.of("second-process", "netns", "root", "fd-limit", "descriptor-numbers");

    private final Sessions sessions;
    private final AtomicLong names = new AtomicLong();

    public InProcessTestee(SocketApi api) {
        this.sessions = new Sessions(api);
    }

    @Override
    public Capabilities capabilities() {
        return sessions.capabilities().lacking(LACKS);
    }

    @Override
    public Session openSession() {
        var name = "s" + names.incrementAndGet();
        return new Session() {
            @Override
            public CompletableFuture<Outcome> call(String lane, Call call) {
                var reply = new CompletableFuture<Outcome>();
                sessions.call(name, lane, call, reply::complete);
                return reply;
            }

            @Override
            public CompletableFuture<Void> begun(String lane) {
                return sessions.begun(name, lane);
            }

            @Override
            public CompletableFuture<Integer> end() {
                var reply = new CompletableFuture<Integer>();
                sessions.end(name, reply::complete);
                return reply;
            }
        };
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public Optional<String> ended() {
        return Optional.empty();
    }

    @Override
    public String errorOutput() {
        return "";
    }

    @Override
    public void close() {
        sessions.close();
    }
}
