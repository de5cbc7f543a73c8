package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Link;

class UnreachableSpec {

    @Clause("connect.unreachable.silent-neighbour")
    void whenTheNeighbourIsSilent(Link link, Host client) {
        client.socket().connect(link.silentNeighbour()).isAccepted();
    }

    @Clause("connect.unreachable.host-route")
    void whenTheRouteRejects(Link link, Host client) {
        client.socket().connect(link.addressWithRoute("unreachable")).isAccepted();
    }

    @Clause("connect.netdown")
    void whenTheInterfaceIsDown(Link link, Host client) {
        client.socket().connect(link.addressBehindDownInterface()).isAccepted();
    }

    @Clause("connect.unreachable.no-route")
    void whenThereIsNoRoute(Link link, Host client) {
        client.socket().connect(link.addressWithoutRoute()).isAccepted();
    }
}
