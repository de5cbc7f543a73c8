package org.sockspec.harness;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Argument;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;
import org.sockspec.engine.CaseRun;
import org.sockspec.engine.Exchange;
import org.sockspec.engine.Verdicts;
import org.sockspec.fault.privilege.Unprivileged;

/**
 * One end of the story: a session in a testee. Calls run in the first lane that is
 * free; a call that nobody has seen return keeps its lane.
 */
public final class Host {
    private static final int USUAL_LIMIT = 256;
    private static final int IN_TIME_WAIT = 4;

    private final CaseRun run;
    private final String name;
    private @Nullable Pulse pulse;

    Host(CaseRun run, String name) {
        this.run = run;
        this.name = name;
    }

    /** Creates a socket in the domain and of the type of the case. */
    public Socket socket() {
        return socket(run.domain(), run.type());
    }

    /** Creates a socket of another kind. */
    public Socket socket(Domain domain, SocketType type) {
        return createSocket(domain, type, Protocol.DEFAULT).socket();
    }

    /** Calls socket(). */
    public OutcomeAssert createSocket(Domain domain, SocketType type, Protocol protocol, SocketFlag... flags) {
        return call(new Call.Socket(domain, type, Set.of(flags), protocol)).creating(domain, type);
    }

    /** Creates a socket of the case's kind with flags. */
    public Socket socketWith(SocketFlag... flags) {
        return createSocket(run.domain(), run.type(), Protocol.DEFAULT, flags).socket();
    }

    /** Returns numbers that no descriptor of a process can have. */
    public List<Socket> neverOpened() {
        return Stream.of(-1, Integer.MAX_VALUE)
                .map(fd -> adopt(fd, run.domain(), run.type()))
                .toList();
    }

    /** Opens a pipe and returns both ends, which are descriptors of no socket. */
    public List<Socket> pipe() {
        return call(new Call.Pipe()).returned().fds().stream()
                .map(fd -> adopt(fd, run.domain(), run.type()))
                .toList();
    }

    /** Creates a socket bound to a fresh address. */
    public Socket boundSocket() {
        return boundSocket(freshAddress());
    }

    /** Creates a socket bound to an address. */
    public Socket boundSocket(Address address) {
        var socket = socket();
        socket.bind(address).succeeds();
        return socket;
    }

    /** Creates a socket on each port of the automatic range, which the need for privilege makes a short one. */
    public List<Socket> onEveryAutomaticPort(Address anyPort) {
        var range = Unprivileged.AUTOMATIC_PORTS;
        var sockets = range.stream().map(port -> boundSocket(anyPort)).toList();
        for (var socket : sockets) {
            if (!range.contains(socket.port())) {
                throw new Verdicts.Unsupported("its automatic ports are not those of the machine");
            }
        }
        return sockets;
    }

    /** Creates a listener on a fresh address. */
    public Socket listener() {
        return listener(freshAddress());
    }

    /** Creates a listener on an address; one that was used before can be used again at once. */
    public Socket listener(Address address) {
        var socket = socket();
        if (run.domain() != Domain.AF_UNIX) {
            socket.reusingAddress();
        }
        socket.bind(address).succeeds();
        socket.listen(16).succeeds();
        return socket;
    }

    /** Creates a socket that others can connect to: a listener, or a bound datagram socket. */
    public Socket target() {
        return target(freshAddress());
    }

    /** Creates a socket at an address that others can connect to. */
    public Socket target(Address address) {
        return run.type().isConnectionMode() ? listener(address) : boundSocket(address);
    }

    /** Creates a listener whose queue has no room for one more connection. */
    public Socket listenerWithFullQueue() {
        return FullQueue.fill(this);
    }

    /** Connects clients to a listener until its queue has no room for one more. */
    public FullQueue fillQueueOf(Socket listener) {
        return FullQueue.fill(this, listener);
    }

    /** Connects clients to a listener that accepts none, and returns how many it has room for, up to a number. */
    public int roomIn(Socket listener, int most) {
        return FullQueue.room(this, listener, most);
    }

    /** Calls socketpair(). */
    public OutcomeAssert createSocketpair(Domain domain, SocketType type, Protocol protocol, SocketFlag... flags) {
        return call(new Call.Socketpair(domain, type, Set.of(flags), protocol)).creating(domain, type);
    }

    /** Creates two connected sockets. */
    public Connection socketpair(SocketFlag... flags) {
        return createSocketpair(Domain.AF_UNIX, run.type(), Protocol.DEFAULT, flags)
                .pair();
    }

    /** Connects a new socket to a listener of another host, which accepts it. */
    public Connection connectTo(Socket listener) {
        var client = socket();
        client.connect(listener).succeeds();
        return new Connection(client, listener.accept().socket());
    }

    /**
     * Connects to a listener, which ends the connections first, so that they stay in TIME_WAIT at its address. There are
     * several, since an acknowledgement that a busy machine delivers late may end a TIME_WAIT (RFC 1337).
     */
    public void leaveConnectionsInTimeWaitAt(Socket listener) {
        for (int i = 0; i < IN_TIME_WAIT; i++) {
            var connection = connectTo(listener);
            connection.server().endsBefore(connection.client());
        }
    }

    /** Connects a new socket to a new one of another host; of two datagram sockets each is the peer of the other. */
    public Connection connectWith(Host other) {
        if (run.type().isConnectionMode()) {
            return connectTo(other.listener());
        }
        var pair = new Connection(boundSocket(), other.boundSocket());
        pair.client().connect(pair.server()).succeeds();
        pair.server().connect(pair.client()).succeeds();
        return pair;
    }

    /** Prepares the connecting helper for an address. */
    public Retry connectWithRetry(Address address) {
        return new Retry(this, address);
    }

    /** Runs the server helper with a backlog of 16. */
    public OutcomeAssert initServer(Address address) {
        return initServer(api(), address, 16);
    }

    /** Runs the server helper on an API that may not do all that this host's does. */
    public OutcomeAssert initServer(SocketApi api, Address address, int backlog, SocketFlag... flags) {
        var outcome = run.suite().helpers().initServer(api, run.type(), Set.of(flags), address, backlog);
        return outcome("the server helper at " + name, outcome).creating(run.domain(), run.type());
    }

    /** Kills the process with SIGKILL and waits for its end. */
    public void kill() {
        run.host(name).kill();
    }

    /** Starts a new process in place of the one that was killed. */
    public Host restart() {
        run.replaceHost(name);
        pulse = null;
        return this;
    }

    /** Stops the process with SIGSTOP and waits until it has stopped. */
    public void stop() {
        run.host(name).stop();
    }

    /** Lets a stopped process go on. */
    public void resume() {
        run.host(name).resume();
    }

    /** Installs a handler that does nothing, without SA_RESTART. */
    public void catches(Signal signal) {
        call(new Call.Sigaction(signal, false)).succeeds();
    }

    /** Lowers the descriptor limit so that a new socket has room, and that one alone; returns it. */
    public Socket lastSocket() {
        var last = socket();
        limitDescriptors(last.fd() + 1);
        return last;
    }

    /** Installs a handler that does nothing, with SA_RESTART. */
    public void catchesAndRestarts(Signal signal) {
        call(new Call.Sigaction(signal, true)).succeeds();
    }

    /** Lets no descriptor number reach {@code limit}, until the case ends; then no other case gets the process. */
    public void limitDescriptors(int limit) {
        run.host(name).spoil();
        // A testee that loads its code from files has to have what a failing call takes before it can open none.
        call(new Call.Close(-1)).fails();
        call(new Call.Setrlimit(limit)).succeeds();
        run.atEnd(() -> invoke(new Call.Setrlimit(USUAL_LIMIT))
                .within(run.suite().budgets().mustHappen()));
    }

    /** Sets the umask of the process, which no other case gets then. */
    public void setUmask(int mask) {
        run.host(name).spoil();
        call(new Call.Umask(mask)).succeeds();
    }

    /** Changes the current directory of the process, which no other case gets then. */
    public void changeDirectory(Address directory) {
        run.host(name).spoil();
        call(new Call.Chdir(directory.toString())).succeeds();
    }

    /** Returns the API of this host, for code that is written on {@link SocketApi}. */
    public SocketApi api() {
        return new HostApi(this);
    }

    /** Returns the calls of a kind that were made here so far, in order. */
    public <C extends Call> List<C> calls(Class<C> kind) {
        return exchanges()
                .map(Exchange::call)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns the descriptors that socket() gave here and that were not closed since. */
    public Set<Long> openSockets() {
        var open = new LinkedHashSet<Long>();
        exchanges().forEach(exchange -> {
            if (exchange.call() instanceof Call.Socket && exchange.now() instanceof Returned created) {
                open.add(created.value());
            }
            if (exchange.call() instanceof Call.Close close) {
                open.remove((long) close.fd());
            }
        });
        return open;
    }

    /** Calls a function with memory, lengths and pointers as they are given. */
    public OutcomeAssert raw(String function, Argument... arguments) {
        return call(new Call.Raw(function, List.of(arguments)));
    }

    /** Makes any call. */
    public OutcomeAssert call(Call call) {
        return new OutcomeAssert(this, invoke(call));
    }

    /** Judges an outcome that is not that of a single call of this host. */
    OutcomeAssert outcome(String what, Outcome outcome) {
        return new OutcomeAssert(this, what, outcome);
    }

    private Stream<Exchange> exchanges() {
        return run.exchanges().stream().filter(exchange -> exchange.host().equals(name));
    }

    Exchange invoke(Call call) {
        return run.host(name).invoke(call);
    }

    Socket adopt(long fd, Domain domain, SocketType type) {
        return new Socket(this, (int) fd, domain, type);
    }

    /** Waits until the implementation has been handed a pending call. */
    void awaitBegun(Exchange pending) {
        run.host(name).awaitBegun(pending, run.suite().budgets().mustHappen());
    }

    /** Shows that the implementation is alive: lets it carry a byte over a connection that has no part in the case. */
    void pulse() {
        if (pulse == null) {
            pulse = Pulse.start(this);
        }
        pulse.beat();
    }

    Address freshAddress() {
        return run.loans().address(name);
    }

    CaseRun run() {
        return run;
    }

    String name() {
        return name;
    }
}
