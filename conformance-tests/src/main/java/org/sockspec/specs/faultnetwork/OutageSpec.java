package org.sockspec.specs.faultnetwork;

import static org.sockspec.api.Errno.EHOSTUNREACH;
import static org.sockspec.api.Errno.ENETUNREACH;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Table;

class OutageSpec {
    static final Table<String> MESSAGES = Table.of(String.class)
            .row("fault-network.established.icmp-host-unreachable", "icmp type host-unreachable")
            .row("fault-network.established.icmp-net-unreachable", "icmp type net-unreachable")
            .row("fault-network.established.icmp-admin-prohibited", "icmp type admin-prohibited");

    @Clause(rows = "MESSAGES")
    void doesNotEndAConnectionEvenIfTheNetworkSaysSo(
            String message, Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        var connection = client.connectTo(listener);
        link.rejectsWhatGoesTo(listener, message);
        connection.client().send("hello").returns(5);
        var receiving = connection.server().recv(16);
        receiving.staysBlocked();

        link.heals();

        receiving.receives("hello");
        connection.server().send("answer").returns(6);
        var answer = connection.client().recv(16);
        if (answer.hasFailed()) {
            answer.failsWith(EHOSTUNREACH, ENETUNREACH);
            answer = connection.client().recv(16);
        }
        answer.receives("answer");
        observed.is("completes");
    }

    @Clause("fault-network.established.heals")
    void holdsDataUpUntilItEnds(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        var connection = client.connectTo(listener);
        link.dropsWhatGoesTo(listener);
        connection.client().send("hello").returns(5);
        var receiving = connection.server().recv(16);
        receiving.staysBlocked();

        link.heals();

        receiving.receives("hello");
        observed.is("data");
    }

    @Clause("fault-network.established.close-in-outage")
    void holdsDataAndTheEndUpAfterClose(Link link, Host client, Host server, Observation observed) {
        var listener = server.listener();
        var connection = client.connectTo(listener);
        link.dropsWhatGoesTo(listener);
        connection.client().send("hello").returns(5);
        connection.client().close().succeeds();
        var receiving = connection.server().recv(16);
        receiving.staysBlocked();

        link.heals();

        receiving.receives("hello");
        connection.server().recv(16).receivesEndOfFile();
        observed.is("data-then-eof");
    }
}
