package org.sockspec.specs.faultnetwork;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Table;

class RejectedConnectSpec {
    static final Table<String> ANSWERS = Table.of(String.class)
            .row("fault-network.connect.tcp-reset", "tcp reset")
            .row("fault-network.connect.icmp-net-unreachable", "icmp type net-unreachable")
            .row("fault-network.connect.icmp-host-unreachable", "icmp type host-unreachable")
            .row("fault-network.connect.icmp-port-unreachable", "icmp type port-unreachable")
            .row("fault-network.connect.icmp-admin-prohibited", "icmp type admin-prohibited")
            .row("fault-network.connect.icmp6-no-route", "icmpv6 type no-route")
            .row("fault-network.connect.icmp6-adm-prohibited", "icmpv6 type admin-prohibited")
            .row("fault-network.connect.icmp6-port-unreachable", "icmpv6 type port-unreachable");

    @Clause(rows = "ANSWERS")
    void failsByTheAnswerOfTheNetwork(String answer, Link link, Host client, Host server) {
        var listener = server.listener();
        client.connectTo(listener);
        link.rejectsWhatGoesTo(listener, answer);

        client.socket().connect(listener).isAccepted();
    }
}
