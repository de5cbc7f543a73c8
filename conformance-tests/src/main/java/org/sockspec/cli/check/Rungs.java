package org.sockspec.cli.check;

import static org.sockspec.api.SocketType.SOCK_DGRAM;
import static org.sockspec.api.SocketType.SOCK_STREAM;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Call;
import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FdSets;
import org.sockspec.api.FileFlag;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.PollEvent;
import org.sockspec.api.PollFd;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.Shutdown;
import org.sockspec.api.Signal;
import org.sockspec.api.SocketOption;

/** The ladder: first what every case needs, then one group of calls after the other. */
final class Rungs {
    private static final Bytes HELLO = Bytes.of("hello");

    static final List<Rung> ALL = List.of(
            stream("creates and closes a socket", Rungs::sockets, "socket", "close"),
            stream("binds and listens", Rungs::listens, "bind", "listen"),
            stream("connects and accepts", Rungs::connects, "connect", "accept"),
            stream("names the error of a call that fails", Rungs::isRefused, "connect"),
            stream("sends and receives", Rungs::transfers, "send", "recv"),
            stream("serves a lane while another one is blocked", Rungs::blocks, "recv", "send"),
            stream("ends a session that has a blocked call", Rungs::ends, "accept"),
            stream("tells addresses", Rungs::names, "getsockname", "getpeername"),
            stream("shuts a connection down", Rungs::shutsDown, "shutdown"),
            stream("sets and reads options", Rungs::options, "setsockopt", "getsockopt"),
            stream("makes a socket non-blocking", Rungs::nonBlocking, "fcntl"),
            stream("waits for events with poll", Rungs::polls, "poll"),
            stream("waits for events with select", Rungs::selects, "select"),
            new Rung("sends datagrams", List.of("sendto", "recvfrom"), SOCK_DGRAM, Rungs::datagrams),
            stream("sends and receives by vectors", Rungs::messages, "sendmsg", "recvmsg"),
            stream("reads and writes", Rungs::files, "read", "write"),
            stream("reads and writes by vectors", Rungs::vectors, "readv", "writev"),
            stream("accepts with flags", Rungs::acceptsWithFlags, "accept4"),
            stream("duplicates a descriptor", Rungs::duplicates, "dup"),
            stream("tells the type of a file", Rungs::tellsType, "fstat"),
            stream("makes a pipe", Rungs::pipes, "pipe"),
            stream("makes a pair of local sockets", Rungs::pairs, "socketpair"),
            stream("sends and checks a long pattern", Rungs::patterns, "send_pattern", "recv_pattern"),
            stream("interrupts a blocked call", Rungs::interrupts, "sigaction", "pthread_kill"),
            stream("keeps a blocked signal pending", Rungs::pends, "pthread_sigmask", "sigtimedwait"),
            stream("tells when a lane has begun", Rungs::begins, "begun"),
            stream("sets the permissions of a file", Rungs::permits, "fchmod"),
            stream("sets the permissions of new files", Rungs::masks, "umask"),
            stream("changes its directory", Rungs::moves, "chdir"),
            stream("makes calls with memory as it is given", Rungs::raw, "raw"),
            stream("lowers the limit of descriptors", Rungs::limits, "setrlimit"));

    private Rungs() {}

    private static Rung stream(String title, Consumer<Climb> script, String... calls) {
        return new Rung(title, List.of(calls), SOCK_STREAM, script);
    }

    private static void sockets(Climb climb) {
        climb.returns(0, new Call.Close(climb.socket(SOCK_STREAM)));
    }

    private static void listens(Climb climb) {
        climb.listener(climb.freshAddress());
    }

    private static void connects(Climb climb) {
        climb.connection();
    }

    private static void isRefused(Climb climb) {
        climb.fails(new Call.Connect(climb.socket(SOCK_STREAM), climb.freshAddress()));
    }

    private static void transfers(Climb climb) {
        var connection = climb.connection();
        send(climb, connection);
        receive(climb, new Call.Recv(connection.server(), 100, Set.of()));
    }

    private static void send(Climb climb, Climb.Connection connection) {
        climb.returns(HELLO.length(), new Call.Send(connection.client(), HELLO, Set.of()));
    }

    private static void receive(Climb climb, Call call) {
        received(climb, call, climb.returns(HELLO.length(), call));
    }

    private static void received(Climb climb, Call call, Returned returned) {
        climb.demand(HELLO.equals(returned.data()), call, "data " + HELLO, returned);
    }

    private static void blocks(Climb climb) {
        var connection = climb.connection();
        var call = new Call.Recv(connection.server(), 100, Set.of());
        var blocked = climb.begin("2", call);
        climb.returns(0, new Call.Close(climb.socket(SOCK_STREAM)));
        climb.demand(!blocked.isDone(), call, "nothing before there is data", blocked.getNow(null));
        send(climb, connection);
        var outcome = climb.answer(call, blocked);
        climb.demand(outcome instanceof Returned, call, "data once it has come", outcome);
        received(climb, call, (Returned) outcome);
    }

    private static void ends(Climb climb) {
        var address = climb.freshAddress();
        var call = new Call.Accept(climb.listener(address), true);
        var blocked = climb.begin("2", call);
        climb.returns(0, new Call.Close(climb.socket(SOCK_STREAM)));
        // A call that its lane has not begun is dropped without an answer.
        boolean begun = climb.capabilities().calls().contains("begun");
        if (begun) {
            climb.awaitBegun("2");
        }
        climb.endSession();
        climb.demand(!begun || blocked.isDone(), call, "anything before end_session is answered", "nothing");
        climb.fails(new Call.Connect(climb.socket(SOCK_STREAM), address));
    }

    private static void begins(Climb climb) {
        climb.begin("2", new Call.Accept(climb.listener(climb.freshAddress()), true));
        climb.awaitBegun("2");
    }

    private static void names(Climb climb) {
        var connection = climb.connection();
        var name = new Call.Getsockname(connection.listener());
        var peer = new Call.Getpeername(connection.client());
        var own = climb.returns(0, name);
        var its = climb.returns(0, peer);
        climb.demand(own.address() != null, name, "an address", own);
        climb.demand(own.address() != null && own.address().equals(its.address()), peer, "" + own.address(), its);
    }

    private static void shutsDown(Climb climb) {
        var connection = climb.connection();
        climb.returns(0, new Call.Shutdown(connection.client(), Shutdown.SHUT_WR));
        var call = new Call.Recv(connection.server(), 100, Set.of());
        var end = climb.returns(0, call);
        climb.demand(Bytes.EMPTY.equals(end.data()), call, "data \"\" at the end", end);
    }

    private static void options(Climb climb) {
        int fd = climb.socket(SOCK_STREAM);
        climb.returns(0, new Call.Setsockopt(fd, SocketOption.SO_KEEPALIVE, OptionValue.of(1)));
        var call = new Call.Getsockopt(fd, SocketOption.SO_KEEPALIVE);
        var read = climb.returns(0, call);
        climb.demand(read.option() instanceof OptionValue.Number number && number.value() != 0, call, "1", read);
    }

    private static void nonBlocking(Climb climb) {
        int fd = climb.connection().server();
        climb.returns(0, new Call.Fcntl(fd, FcntlCommand.F_SETFL, Set.of(FileFlag.O_NONBLOCK)));
        climb.fails(new Call.Recv(fd, 1, Set.of()), Errno.EAGAIN, Errno.EWOULDBLOCK);
    }

    private static void polls(Climb climb) {
        var connection = climb.connection();
        var quiet = new Call.Poll(List.of(new PollFd(connection.server(), Set.of(PollEvent.POLLIN))), 0);
        var none = climb.returns(0, quiet);
        climb.demand(none.revents() != null && none.revents().size() == 1, quiet, "revents of one entry", none);
        send(climb, connection);
        var call = new Call.Poll(List.of(new PollFd(connection.server(), Set.of(PollEvent.POLLIN))), 5000);
        var polled = climb.returns(1, call);
        climb.demand(List.of(Set.of(PollEvent.POLLIN)).equals(polled.revents()), call, "[[POLLIN]]", polled);
    }

    private static void selects(Climb climb) {
        var connection = climb.connection();
        send(climb, connection);
        var ready = new FdSets(List.of(connection.server()), List.of(), List.of());
        var call = new Call.Select(ready, 5000);
        var selected = climb.returns(1, call);
        climb.demand(ready.equals(selected.ready()), call, "ready " + ready, selected);
    }

    private static void datagrams(Climb climb) {
        var address = climb.freshAddress();
        int receiver = climb.socket(SOCK_DGRAM);
        int sender = climb.socket(SOCK_DGRAM);
        climb.returns(0, new Call.Bind(receiver, address));
        climb.returns(0, new Call.Bind(sender, climb.freshAddress()));
        climb.returns(HELLO.length(), new Call.Sendto(sender, HELLO, Set.of(), address));
        receive(climb, new Call.Recvfrom(receiver, 100, Set.of(), true));
    }

    private static void messages(Climb climb) {
        var connection = climb.connection();
        var call = new Call.Sendmsg(
                connection.client(), null, List.of(Bytes.of("he"), Bytes.of("llo")), List.of(), Set.of());
        climb.returns(HELLO.length(), call);
        receive(climb, new Call.Recvmsg(connection.server(), List.of(1, 99), 0, Set.of()));
    }

    private static void files(Climb climb) {
        var connection = climb.connection();
        climb.returns(HELLO.length(), new Call.Write(connection.client(), HELLO));
        receive(climb, new Call.Read(connection.server(), 100));
    }

    private static void vectors(Climb climb) {
        var connection = climb.connection();
        climb.returns(HELLO.length(), new Call.Writev(connection.client(), List.of(Bytes.of("he"), Bytes.of("llo"))));
        receive(climb, new Call.Readv(connection.server(), List.of(1, 99)));
    }

    private static void acceptsWithFlags(Climb climb) {
        var address = climb.freshAddress();
        int listener = climb.listener(address);
        climb.returns(0, new Call.Connect(climb.socket(SOCK_STREAM), address));
        climb.descriptor(new Call.Accept4(listener, true, Set.of()));
    }

    private static void duplicates(Climb climb) {
        int fd = climb.socket(SOCK_STREAM);
        var call = new Call.Dup(fd);
        int other = climb.descriptor(call);
        climb.demand(other != fd, call, "another descriptor than " + fd, other);
    }

    private static void tellsType(Climb climb) {
        var call = new Call.Fstat(climb.socket(SOCK_STREAM));
        var told = climb.returns(0, call);
        climb.demand("S_IFSOCK".equals(told.mode()), call, "mode \"S_IFSOCK\"", told);
    }

    private static void pipes(Climb climb) {
        var call = new Call.Pipe();
        two(climb, call, climb.returns(0, call));
    }

    private static void pairs(Climb climb) {
        var call = new Call.Socketpair(Domain.AF_UNIX, SOCK_STREAM, Set.of(), Protocol.DEFAULT);
        two(climb, call, climb.returns(0, call));
    }

    private static void two(Climb climb, Call call, Returned returned) {
        climb.demand(returned.fds() != null && returned.fds().size() == 2, call, "two descriptors in fds", returned);
    }

    private static void patterns(Climb climb) {
        long length = 1 << 20;
        var connection = climb.connection();
        var call = new Call.RecvPattern(connection.server(), 7);
        var receiving = climb.begin("2", call);
        climb.returns(length, new Call.SendPattern(connection.client(), 7, length));
        climb.returns(0, new Call.Close(connection.client()));
        var outcome = climb.answer(call, receiving);
        boolean whole = outcome instanceof Returned returned
                && returned.value() == length
                && Long.valueOf(-1).equals(returned.mismatchAt());
        climb.demand(whole, call, "ret " + length + " and mismatchAt -1", outcome);
    }

    private static void pends(Climb climb) {
        int client = climb.connection().client();
        climb.returns(0, new Call.Sigaction(Signal.SIGPIPE, false));
        climb.returns(0, new Call.PthreadSigmask(true, Signal.SIGPIPE));
        climb.fails(new Call.Sigtimedwait(Signal.SIGPIPE));
        climb.returns(0, new Call.Shutdown(client, Shutdown.SHUT_WR));
        climb.fails(new Call.Send(client, HELLO, Set.of()));
        climb.returns(0, new Call.Sigtimedwait(Signal.SIGPIPE));
        climb.returns(0, new Call.PthreadSigmask(false, Signal.SIGPIPE));
    }

    private static void interrupts(Climb climb) {
        var call = new Call.Accept(climb.listener(climb.freshAddress()), true);
        climb.returns(0, new Call.Sigaction(Signal.SIGUSR1, false));
        var blocked = climb.begin("2", call);
        climb.returns(0, new Call.PthreadKill("2", Signal.SIGUSR1));
        if (climb.capabilities().level() == null
                || "call".equals(climb.capabilities().level())) {
            var outcome = climb.answer(call, blocked);
            climb.demand(outcome.equals(Outcome.failed(Errno.EINTR)), call, "EINTR", outcome);
        }
    }

    private static void permits(Climb climb) {
        climb.returns(0, new Call.Fchmod(climb.socket(SOCK_STREAM), 0600));
    }

    private static void masks(Climb climb) {
        var call = new Call.Umask(022);
        climb.returns(call);
        climb.returns(022, call);
    }

    private static void moves(Climb climb) {
        climb.returns(0, new Call.Chdir("."));
    }

    private static void raw(Climb climb) {
        var call = new Call.Raw(
                "getsockname",
                List.of(
                        new Argument.Number(climb.listener(climb.freshAddress())),
                        new Argument.Memory(Bytes.zeros(128)),
                        new Argument.Ints(List.of(128))));
        var made = climb.returns(0, call);
        boolean told = made.arguments() != null
                && made.arguments().size() == 3
                && made.arguments().get(2) instanceof Argument.Ints length
                && length.ints().size() == 1
                && length.ints().get(0) < 128;
        climb.demand(told, call, "arguments that hold the name and its length", made);
    }

    private static void limits(Climb climb) {
        climb.returns(0, new Call.Setrlimit(256));
    }
}
