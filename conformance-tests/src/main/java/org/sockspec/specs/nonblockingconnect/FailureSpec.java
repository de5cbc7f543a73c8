package org.sockspec.specs.nonblockingconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Domain.AF_INET6;
import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.PollEvent.POLLOUT;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.api.Domain;
import org.sockspec.api.Errno;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Socket;

class FailureSpec {
    @Clause("nonblocking-connect.failure.poll")
    void isReportedByPoll(Host client, Host server) {
        var refused = refused(client, server.boundSocket());
        refused.poll(POLLOUT).isAccepted();
        assertThat(refused.get(SO_ERROR).option()).isNotEqualTo(new OptionValue.Symbol("0"));

        var connected = client.socket().nonBlocking();
        connected.connect(server.listener()).startsOrSucceeds();
        connected.poll(POLLOUT).reports(POLLOUT);
    }

    @Clause("nonblocking-connect.failure.poll-no-events")
    void isReportedByPollWithoutEvents(Host client, Host server) {
        refused(client, server.boundSocket()).poll().isAccepted();
    }

    @Clause("nonblocking-connect.failure.select-writable")
    void makesTheSocketWritable(Host client, Host server) {
        var socket = refused(client, server.boundSocket());

        socket.select().marksWritable();

        socket.get(SO_ERROR).hasValue("ECONNREFUSED");
    }

    @Clause("nonblocking-connect.failure.refused")
    void isKnownFromSoError(Host client, Host server) {
        var socket = refused(client, server.boundSocket());

        socket.poll(POLLOUT).reportsSomething();

        socket.get(SO_ERROR).isAccepted();
    }

    @Clause("nonblocking-connect.failure.so-error")
    void hasTheReasonThatABlockingCallGives(Host client, Host server) {
        var place = server.boundSocket();
        var socket = refused(client, place);

        socket.poll(POLLOUT).reportsSomething();

        var reason = ((OptionValue.Symbol) socket.get(SO_ERROR).option()).name();
        client.socket().connect(place).failsWith(new Errno(reason));
    }

    @Clause("nonblocking-connect.failure.timed-out")
    void isATimeOutWhenNothingAnswers(Link link, Host client, Host server) {
        var listener = server.listener();
        link.dropsWhatGoesTo(listener);
        var socket = client.socket().nonBlocking();
        socket.connect(listener).failsWith(EINPROGRESS);

        socket.poll(POLLOUT).reportsSomething();

        socket.get(SO_ERROR).isAccepted();
    }

    @Clause("nonblocking-connect.failure.new-socket")
    void doesNotHinderANewSocket(Host client, Host server) {
        var place = server.boundSocket();
        var failed = refused(client, place);
        failed.poll(POLLOUT).reportsSomething();
        failed.get(SO_ERROR).hasValue("ECONNREFUSED");
        failed.close().succeeds();
        place.listen(16).succeeds();

        var socket = client.socket().nonBlocking();
        socket.connect(place).startsOrSucceeds();
        socket.poll(POLLOUT).reports(POLLOUT);
        socket.get(SO_ERROR).hasValue("0");
    }

    @Clause("nonblocking-connect.failure.second-connect-reports")
    void isReportedByTheNextConnect(Host client, Host server) {
        var place = server.boundSocket();
        var socket = refused(client, place);
        socket.poll(POLLOUT).reportsSomething();

        socket.connect(place).isAccepted();
    }

    @Clause("nonblocking-connect.failure.third-connect")
    void mayOrMayNotLetTheSocketConnectOnceItIsRead(Host client, Host server) {
        var place = server.boundSocket();
        var socket = refused(client, place);
        socket.poll(POLLOUT).reportsSomething();
        socket.get(SO_ERROR).hasValue("ECONNREFUSED");

        socket.connect(place).isAccepted();
    }

    @Clause("nonblocking-connect.failure.getpeername")
    void leavesTheSocketWithoutPeer(Host client, Host server) {
        var socket = refused(client, server.boundSocket());
        socket.poll(POLLOUT).reportsSomething();
        socket.get(SO_ERROR).hasValue("ECONNREFUSED");

        socket.peerName().isAccepted();
    }

    @Clause("nonblocking-connect.failure.unreachable")
    void isToldByTheNetwork(Domain domain, Link link, Host client, Host server) {
        var listener = server.listener();
        link.rejectsWhatGoesTo(
                listener, domain == AF_INET6 ? "icmpv6 type addr-unreachable" : "icmp type host-unreachable");
        var socket = client.socket().nonBlocking();
        socket.connect(listener).startsOrSucceeds();

        socket.poll(POLLOUT).reportsSomething();

        socket.get(SO_ERROR).isAccepted();
    }

    private static Socket refused(Host client, Socket place) {
        var socket = client.socket().nonBlocking();
        socket.connect(place).isRefusedLater();
        return socket;
    }
}
