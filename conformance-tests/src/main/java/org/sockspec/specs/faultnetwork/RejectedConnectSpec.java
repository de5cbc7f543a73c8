package org.sockspec.specs.faultnetwork;

import static org.sockspec.api.Errno.EINPROGRESS;
import static org.sockspec.api.Errno.ENOTCONN;
import static org.sockspec.api.SocketOption.SO_ERROR;

import java.time.Duration;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Table;

class RejectedConnectSpec {
    private static final OptionValue NONE = new OptionValue.Symbol("0");
    private static final OptionValue EHOSTUNREACH = new OptionValue.Symbol("EHOSTUNREACH");
    private static final Duration BEFORE_THE_REPETITION = Duration.ofMillis(800);

    static final Table<String> ANSWERS = Table.of(String.class)
            .row("fault-network.connect.tcp-reset", "tcp reset")
            .row("fault-network.connect.icmp-net-unreachable", "icmp type net-unreachable")
            .row("fault-network.connect.icmp-host-unreachable", "icmp type host-unreachable")
            .row("fault-network.connect.icmp-port-unreachable", "icmp type port-unreachable")
            .row("fault-network.connect.icmp-proto-unreachable", "icmp type prot-unreachable")
            .row("fault-network.connect.icmp-net-prohibited", "icmp type net-prohibited")
            .row("fault-network.connect.icmp-host-prohibited", "icmp type host-prohibited")
            .row("fault-network.connect.icmp-admin-prohibited", "icmp type admin-prohibited")
            .row("fault-network.connect.icmp6-no-route", "icmpv6 type no-route")
            .row("fault-network.connect.icmp6-adm-prohibited", "icmpv6 type admin-prohibited")
            .row("fault-network.connect.icmp6-addr-unreachable", "icmpv6 type addr-unreachable")
            .row("fault-network.connect.icmp6-policy-fail", "icmpv6 type policy-fail")
            .row("fault-network.connect.icmp6-port-unreachable", "icmpv6 type port-unreachable");

    @Clause(rows = "ANSWERS")
    void failsByTheAnswerOfTheNetwork(String answer, Link link, Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        link.rejectsWhatGoesTo(listener, answer);

        client.socket().connect(listener).isAccepted();
    }

    @Clause("fault-network.connect.soft-error-visible")
    void goesOnIfTheFaultEndsBeforeTheRequestIsRepeated(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        var socket = client.socket().nonBlocking();
        link.rejectsWhatGoesTo(listener, "icmpx type host-unreachable");

        var connecting = socket.connect(listener).failsWith(EINPROGRESS);
        var noted = socket.get(SO_ERROR).option();
        link.heals();
        socket.peerName().startedWithin(BEFORE_THE_REPETITION, connecting).failsWith(ENOTCONN);

        observed.is(noted.equals(EHOSTUNREACH) ? "soft-error" : noted.equals(NONE) ? "no-error" : noted.toString());
        listener.accept().socket();
        socket.peerName().storesAddress(listener.address());
    }
}
