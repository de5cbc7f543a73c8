package org.sockspec.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;
import org.sockspec.protocol.Testee;

/** Stands where a testee was while its case is played from a {@link Recording}; nobody calls it. */
public final class PlayedTestee implements Testee {
    private final Capabilities capabilities;

    public PlayedTestee(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Session openSession() {
        return new Session() {
            @Override
            public CompletableFuture<Outcome> call(String lane, Call call) {
                throw new IllegalStateException("a recording answers");
            }

            @Override
            public CompletableFuture<Void> begun(String lane) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletableFuture<Integer> end() {
                return CompletableFuture.completedFuture(0);
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
    public void close() {}
}
