package org.sockspec.specs.faultproxy;

import static org.sockspec.api.Errno.EAGAIN;
import static org.sockspec.api.Errno.ECONNRESET;
import static org.sockspec.api.Errno.EWOULDBLOCK;
import static org.sockspec.api.MessageFlag.MSG_DONTWAIT;
import static org.sockspec.api.MessageFlag.MSG_NOSIGNAL;
import static org.sockspec.api.MessageFlag.MSG_WAITALL;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketOption.SO_ERROR;

import org.sockspec.fault.toxiproxy.ToxicSpec;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Proxy;
import org.sockspec.harness.Socket;

class AfterResetSpec {

    @Clause("fault-proxy.reset.so-error")
    void socketErrorTellsItOnce(Proxy proxy) {
        var client = reset(proxy);

        client.get(SO_ERROR).hasValue("ECONNRESET");
        client.get(SO_ERROR).hasValue("0");
    }

    @Clause("fault-proxy.reset.nonblocking-recv")
    void nonBlockingRecvReportsIt(Proxy proxy) {
        var client = proxy.resettable().connect().client();
        client.recv(1, MSG_DONTWAIT).failsWith(EAGAIN, EWOULDBLOCK);

        proxy.reset();

        client.poll().reportsSomething();
        client.recv(1, MSG_DONTWAIT).failsWith(ECONNRESET);
    }

    @Clause("fault-proxy.reset.send-first-call")
    void sendFails(Proxy proxy) {
        reset(proxy).send("x", MSG_NOSIGNAL).isAccepted();
    }

    @Clause("fault-proxy.reset.send-later-call")
    void sendFailsAgainAndAgain(Proxy proxy) {
        var client = reset(proxy);
        client.send("x", MSG_NOSIGNAL).fails();

        client.send("x", MSG_NOSIGNAL).isAccepted();
        client.send("x", MSG_NOSIGNAL).isAccepted();
    }

    @Clause("fault-proxy.reset.queued-data")
    void dataThatIsQueuedMaySurvive(Proxy proxy, Observation observed) {
        var connection = proxy.resettable().connect();
        connection.server().send("hello").returns(5);
        connection.client().poll(POLLIN).reports(POLLIN);

        proxy.reset();

        connection.client().poll().reportsSomething();
        var receiving = connection.client().recv(16);
        if (receiving.hasFailed()) {
            receiving.isAccepted();
        } else {
            receiving.receives("hello");
            connection.client().recv(16).failsWith(ECONNRESET);
            observed.is("data-then-reset");
        }
    }

    @Clause("fault-proxy.reset.mid-transfer-prefix")
    void streamEndsAfterAnExactPrefix(Proxy proxy) {
        var connection = proxy.resettable().connect();
        connection.server().send("01234").returns(5);
        connection.client().recv(10).receives("01234");
        proxy.add(ToxicSpec.bandwidth(0));
        connection.server().send("56789").returns(5);
        var receiving = connection.client().recv(10);
        receiving.staysBlocked();

        proxy.reset();

        receiving.failsWith(ECONNRESET);
    }

    @Clause("fault-proxy.reset.waitall-partial")
    void waitForAllReturnsWhatItHasOrFails(Proxy proxy, Observation observed) {
        var connection = proxy.resettable().connect();
        connection.server().send("ab").returns(2);
        connection.client().poll(POLLIN).reports(POLLIN);
        var receiving = connection.client().recv(10, MSG_WAITALL);
        receiving.staysBlocked();

        proxy.reset();

        if (receiving.hasFailed()) {
            receiving.isAccepted();
        } else {
            receiving.receives("ab");
            connection.client().recv(10).failsWith(ECONNRESET);
            observed.is("partial-then-reset");
        }
    }

    private static Socket reset(Proxy proxy) {
        var client = proxy.resettable().connect().client();
        proxy.reset();
        client.poll().reportsSomething();
        return client;
    }
}
