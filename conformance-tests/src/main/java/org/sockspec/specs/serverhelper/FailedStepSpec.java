package org.sockspec.specs.serverhelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Domain.AF_UNKNOWN;
import static org.sockspec.api.Errno.EADDRINUSE;
import static org.sockspec.api.Errno.EIO;
import static org.sockspec.api.Errno.ENOBUFS;

import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.harness.Clause;
import org.sockspec.harness.FailingApi;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class FailedStepSpec {

    @Clause("server-helper.error.socket")
    void givesTheErrnoOfSocket(Network net, Host server) {
        server.initServer(new Address.Malformed(net.freeAddress(), AF_UNKNOWN, null))
                .isAccepted();

        assertThat(server.openSockets()).isEmpty();
    }

    @Clause("server-helper.error.bind")
    void givesTheErrnoOfBind(Network net, Host server) {
        var address = net.freeAddress();
        server.initServer(address).succeeds();

        server.initServer(address).isAccepted();
    }

    @Clause("server-helper.error.listen")
    void givesTheErrnoOfListen(Network net, Host server) {
        var api = new FailingApi(server.api()).every(Call.Listen.class, ENOBUFS);

        server.initServer(api, net.freeAddress(), 16).failsWith(ENOBUFS);
    }

    @Clause("server-helper.error.errno-survives-close")
    void keepsItsErrnoOverThatOfClose(Network net, Host server) {
        var address = net.freeAddress();
        server.initServer(address).succeeds();
        var api = new FailingApi(server.api()).every(Call.Close.class, EIO);

        server.initServer(api, address, 16).failsWith(EADDRINUSE);
    }

    @Clause("server-helper.error.no-leak")
    void leavesNoDescriptorOpen(Network net, Host server) {
        var address = net.freeAddress();
        var first = server.initServer(address).value();

        server.initServer(address).fails();

        assertThat(server.openSockets()).containsExactly(first);
    }

    @Clause("server-helper.error.address-free")
    void leavesTheAddressFree(Network net, Host server) {
        var address = net.freeAddress();
        var api = new FailingApi(server.api()).every(Call.Listen.class, ENOBUFS);
        server.initServer(api, address, 16).fails();

        server.socket().bind(address).isAccepted();
    }
}
