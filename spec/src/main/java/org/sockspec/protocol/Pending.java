package org.sockspec.protocol;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Outcome;

/** A request that has no reply yet. */
sealed interface Pending {
    int UNSUPPORTED = -32601;

    /** Takes the result; throws {@link ProtocolException} where it is not one. */
    void result(@Nullable Object result);

    /** Takes a JSON-RPC error; throws {@link ProtocolException} where the request had to be understood. */
    default void error(int code, String what) {
        throw new ProtocolException("refused " + method() + ": " + what);
    }

    /** Returns the method that was asked for. */
    String method();

    /** Tells whether it is lost when a session of this name has ended. */
    default boolean belongsTo(String endedSession) {
        return false;
    }

    /** Takes the news that no reply will come. */
    void died(String how);

    /** Takes the reply, whatever it holds. */
    default void reply(Map<String, ?> message) {
        if (message.containsKey("result") == message.containsKey("error")) {
            throw new ProtocolException("a reply must have either a result or an error");
        }
        if (message.containsKey("result")) {
            result(message.get("result"));
        } else if (message.get("error") instanceof Map<?, ?> error && error.get("code") instanceof Integer code) {
            var text = error.get("message") instanceof String said ? said : "(no message)";
            error(code, text + " (code " + code + ")");
        } else {
            throw new ProtocolException("an error must be an object with an integer 'code'");
        }
    }

    /** A call of the sockets API. */
    record SocketCall(String session, Call call, CompletableFuture<Outcome> outcome) implements Pending {
        @Override
        public void result(@Nullable Object result) {
            outcome.complete(Codec.outcome(call, result));
        }

        @Override
        public void error(int code, String what) {
            if (code != UNSUPPORTED) {
                Pending.super.error(code, what);
            }
            outcome.complete(new Outcome.Unsupported(method()));
        }

        @Override
        public String method() {
            return call.method();
        }

        @Override
        public boolean belongsTo(String endedSession) {
            return session.equals(endedSession);
        }

        @Override
        public void died(String how) {
            outcome.complete(new Outcome.Died(how));
        }
    }

    /** The question whether a lane has begun. */
    record Begun(String session, CompletableFuture<Void> begun) implements Pending {
        @Override
        public void result(@Nullable Object result) {
            begun.complete(null);
        }

        @Override
        public String method() {
            return Codec.BEGUN;
        }

        @Override
        public boolean belongsTo(String endedSession) {
            return session.equals(endedSession);
        }

        @Override
        public void died(String how) {
            begun.complete(null);
        }
    }

    /** The end of a session. */
    record End(String session, CompletableFuture<Integer> stuck) implements Pending {
        @Override
        public void result(@Nullable Object result) {
            stuck.complete(Codec.stuck(result));
        }

        @Override
        public String method() {
            return "end_session";
        }

        @Override
        public void died(String how) {
            stuck.complete(0);
        }
    }

    /** The greeting. */
    record Hello(CompletableFuture<Capabilities> capabilities) implements Pending {
        @Override
        public void result(@Nullable Object result) {
            capabilities.complete(Codec.capabilities(result));
        }

        @Override
        public String method() {
            return "hello";
        }

        @Override
        public void died(String how) {
            capabilities.completeExceptionally(new TesteeException(how));
        }
    }
}
