package org.sockspec.specs.socket;

import static org.sockspec.api.Domain.AF_UNKNOWN;
import static org.sockspec.api.Domain.AF_UNSPEC;
import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.Protocol.IPPROTO_OUT_OF_RANGE;
import static org.sockspec.api.Protocol.IPPROTO_TCP;
import static org.sockspec.api.Protocol.IPPROTO_UDP;
import static org.sockspec.api.Protocol.IPPROTO_UNKNOWN;
import static org.sockspec.api.SocketType.SOCK_RAW;
import static org.sockspec.api.SocketType.SOCK_STREAM;
import static org.sockspec.api.SocketType.SOCK_UNKNOWN;

import org.sockspec.api.Domain;
import org.sockspec.api.Protocol;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Table;

class ErrorsSpec {
    static final Table<Protocol> NO_PROTOCOLS = Table.of(Protocol.class)
            .row("socket.error.eprotonosupport.unknown", IPPROTO_UNKNOWN)
            .row("socket.error.protocol-out-of-range", IPPROTO_OUT_OF_RANGE);

    @Clause("socket.error.eafnosupport")
    void unknownFamily(SocketType type, Host host) {
        host.createSocket(AF_UNKNOWN, type, DEFAULT).isAccepted();
    }

    @Clause("socket.error.eafnosupport.unspec")
    void unspecifiedFamily(SocketType type, Host host) {
        host.createSocket(AF_UNSPEC, type, DEFAULT).isAccepted();
    }

    @Clause(rows = "NO_PROTOCOLS")
    void unknownProtocol(Protocol protocol, Domain domain, SocketType type, Host host) {
        host.createSocket(domain, type, protocol).isAccepted();
    }

    @Clause("socket.error.eprotonosupport.mismatch")
    void protocolOfAnotherType(Domain domain, SocketType type, Host host) {
        host.createSocket(domain, type, type == SOCK_STREAM ? IPPROTO_UDP : IPPROTO_TCP)
                .isAccepted();
    }

    @Clause("socket.error.eprototype")
    void typeForWhichTheFamilyHasNoProtocol(Domain domain, SocketType type, Host host) {
        host.createSocket(domain, type, DEFAULT).isAcceptedUnlessProvided(type + " over " + domain);
    }

    @Clause("socket.error.type-unknown")
    void unknownType(Domain domain, Host host) {
        host.createSocket(domain, SOCK_UNKNOWN, DEFAULT).isAccepted();
    }

    @Clause("socket.error.emfile")
    void noDescriptorLeft(Domain domain, SocketType type, Host host) {
        var last = host.lastSocket();

        host.createSocket(domain, type, DEFAULT).isAccepted();

        last.close().succeeds();
        host.socket();
    }

    @Clause("socket.error.eacces.raw")
    void rawSocketWithoutPrivilege(Domain domain, Host host) {
        host.createSocket(domain, SOCK_RAW, IPPROTO_UDP).isAccepted();
    }
}
