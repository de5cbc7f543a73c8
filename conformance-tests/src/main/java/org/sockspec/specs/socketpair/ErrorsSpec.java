package org.sockspec.specs.socketpair;

import static org.sockspec.api.Domain.AF_UNKNOWN;
import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.Protocol.IPPROTO_UNKNOWN;
import static org.sockspec.api.SocketType.SOCK_UNKNOWN;

import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ErrorsSpec {

    @Clause("socketpair.error.eafnosupport")
    void unknownFamily(SocketType type, Host host) {
        host.createSocketpair(AF_UNKNOWN, type, DEFAULT).isAccepted();
    }

    @Clause("socketpair.error.eopnotsupp")
    void protocolThatMakesNoPairs(Domain domain, SocketType type, Host host) {
        host.createSocketpair(domain, type, DEFAULT).isAcceptedUnlessProvided("a pair over " + domain);
    }

    @Clause("socketpair.error.eprotonosupport")
    void unknownProtocol(Domain domain, SocketType type, Host host) {
        host.createSocketpair(domain, type, IPPROTO_UNKNOWN).isAccepted();
    }

    @Clause("socketpair.error.eprototype")
    void unknownType(Domain domain, Host host) {
        host.createSocketpair(domain, SOCK_UNKNOWN, DEFAULT).isAccepted();
    }

    @Clause("socketpair.error.emfile")
    void noTwoDescriptorsLeft(Domain domain, SocketType type, Host host) {
        var last = host.lastSocket();

        host.createSocketpair(domain, type, DEFAULT).isAccepted();
        last.close().succeeds();
        host.createSocketpair(domain, type, DEFAULT).isAccepted();

        host.socket();
    }
}
