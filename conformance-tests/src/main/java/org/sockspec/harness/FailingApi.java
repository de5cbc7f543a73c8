package org.sockspec.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;

/**
 * The part of the API that the portable helpers use, with failures at the test's choice. A call that is to fail is made
 * first, as the connect() that is interrupted goes on and the close() that fails may have closed.
 */
public final class FailingApi implements SocketApi {
    private record Failure(Errno errno, int times) {}

    private final SocketApi real;
    private final Map<Class<? extends Call>, Failure> failures = new HashMap<>();

    public FailingApi(SocketApi real) {
        this.real = real;
    }

    /** Has every call of a kind fail. */
    public FailingApi every(Class<? extends Call> kind, Errno errno) {
        failures.put(kind, new Failure(errno, Integer.MAX_VALUE));
        return this;
    }

    /** Has the first call of a kind fail. */
    public FailingApi first(Class<? extends Call> kind, Errno errno) {
        failures.put(kind, new Failure(errno, 1));
        return this;
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        return answer(Call.Socket.class, real.socket(domain, type, flags, protocol));
    }

    @Override
    public Outcome bind(int fd, Address address) {
        return answer(Call.Bind.class, real.bind(fd, address));
    }

    @Override
    public Outcome listen(int fd, int backlog) {
        return answer(Call.Listen.class, real.listen(fd, backlog));
    }

    @Override
    public Outcome connect(int fd, Address address) {
        return answer(Call.Connect.class, real.connect(fd, address));
    }

    @Override
    public Outcome close(int fd) {
        return answer(Call.Close.class, real.close(fd));
    }

    private Outcome answer(Class<? extends Call> kind, Outcome outcome) {
        var failure = failures.get(kind);
        if (failure == null || failure.times() == 0) {
            return outcome;
        }
        failures.put(kind, new Failure(failure.errno(), failure.times() - 1));
        return Outcome.failed(failure.errno());
    }
}
