package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EPIPE;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.Shutdown.SHUT_WR;

import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Proxy;

class EndOfFileSpec {

    @Clause("fault-proxy.eof.blocked-recv")
    void blockedRecvReturnsZero(Proxy proxy) {
        var client = proxy.connect().client();

        var receiving = client.recv(1);
        receiving.staysBlocked();

        proxy.disable();
        receiving.isAccepted();
    }

    @Clause("fault-proxy.eof.short-message")
    void inTheMiddleOfAMessageEndsAWaitForAllOfIt(Proxy proxy) {
        var connection = proxy.connect();
        proxy.add(ToxicSpec.limitData(5).downstream());

        var receiving = connection.client().recv(10, MSG_WAITALL);
        receiving.staysBlocked();
        connection.server().send("0123456789").returns(10);

        receiving.receives("01234");
        connection.client().recv(10).receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.poll-and-select")
    void wakesPollAndSelect(Proxy proxy) {
        var client = proxy.connect().client();
        var polling = client.poll(POLLIN);
        var selecting = client.selectToRead();
        polling.staysBlocked();
        selecting.staysBlocked();

        proxy.disable();

        polling.reportsAmongOthers(POLLIN);
        selecting.marksReadable();
    }

    @Clause("fault-proxy.eof.repeats")
    void isReportedAgainAndAgain(Proxy proxy) {
        var client = proxy.connect().client();

        proxy.disable();

        client.recv(1).isAccepted();
        client.recv(1).isAccepted();
        client.recv(1).isAccepted();
    }

    @Clause("fault-proxy.eof.first-send-accepted")
    void doesNotKeepAFirstSendFromBeingAccepted(Proxy proxy) {
        var client = proxy.connect().client();

        proxy.disable();

        client.recv(1).receivesEndOfFile();
        client.send("x", MSG_NOSIGNAL).isAccepted();
    }

    @Clause("fault-proxy.eof.later-send-fails")
    void makesSendFailOnceTheAnswerToAFirstOneHasArrived(Proxy proxy) {
        var client = proxy.connect().client();

        proxy.disable();

        client.recv(1).receivesEndOfFile();
        client.send("x", MSG_NOSIGNAL).returns(1);
        client.poll().reportsSomething();
        client.send("x", MSG_NOSIGNAL).isAccepted();
    }

    @Clause("fault-proxy.server.send-after-peer-gone")
    void makesTheServerFailWithItsSecondReply(Proxy proxy) {
        var connection = proxy.connect();
        connection.client().shutdown(SHUT_WR).succeeds();
        connection.server().recv(1).receivesEndOfFile();

        connection.server().send("hello", MSG_NOSIGNAL).returns(5);
        connection.server().poll().reportsSomething();
        connection.server().send("hello", MSG_NOSIGNAL).failsWith(EPIPE, ECONNRESET);
        connection.client().recv(16).receivesEndOfFile();
    }

    @Clause("fault-proxy.eof.idle-cut")
    void endsBlockedRecvAtBothEndsOfAnIdleConnection(Proxy proxy) {
        var connection = proxy.connect();
        var atClient = connection.client().recv(1);
        var atServer = connection.server().recv(1);
        atClient.staysBlocked();
        atServer.staysBlocked();

        proxy.add(ToxicSpec.timeout(100));

        atClient.isAccepted();
        atServer.isAccepted();
    }
}
