package org.sockspec.specs.socket;

import static org.sockspec.api.FileFlag.FD_CLOEXEC;
import static org.sockspec.api.FileFlag.FD_CLOFORK;
import static org.sockspec.api.FileFlag.O_NONBLOCK;
import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.SocketFlag.SOCK_CLOEXEC;
import static org.sockspec.api.SocketFlag.SOCK_CLOFORK;
import static org.sockspec.api.SocketFlag.SOCK_FLAG_UNKNOWN;
import static org.sockspec.api.SocketFlag.SOCK_NONBLOCK;

import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class FlagsSpec {

    @Clause("socket.blocking-by-default")
    void whenLeftOutLeaveTheSocketBlocking(Host host) {
        host.socket().flags().hasNoFlag(O_NONBLOCK);
    }

    @Clause("socket.cloexec-clear-by-default")
    void whenLeftOutKeepTheDescriptorOpenOverExec(Host host) {
        host.socket().descriptorFlags().hasNoFlag(FD_CLOEXEC);
    }

    @Clause("socket.flag.nonblock")
    void canMakeTheSocketNonBlocking(Host host) {
        host.socketWith(SOCK_NONBLOCK).flags().hasFlag(O_NONBLOCK);
    }

    @Clause("socket.flag.cloexec")
    void canCloseTheDescriptorOnExec(Host host) {
        host.socketWith(SOCK_CLOEXEC).descriptorFlags().hasFlag(FD_CLOEXEC);
    }

    @Clause("socket.flag.clofork")
    void canCloseTheDescriptorOnFork(Host host) {
        host.socketWith(SOCK_CLOFORK).descriptorFlags().hasFlag(FD_CLOFORK);
    }

    @Clause("socket.flag.combined")
    void canBeJoined(Host host) {
        var socket = host.socketWith(SOCK_NONBLOCK, SOCK_CLOEXEC);

        socket.flags().hasFlag(O_NONBLOCK);
        socket.descriptorFlags().hasFlag(FD_CLOEXEC);
    }

    @Clause("socket.flag.no-side-effect")
    void changeNothingButTheirOwnAttribute(Host host) {
        host.socketWith(SOCK_NONBLOCK).descriptorFlags().hasNoFlag(FD_CLOEXEC);
        host.socketWith(SOCK_CLOEXEC).flags().hasNoFlag(O_NONBLOCK);
    }

    @Clause("socket.flag.unknown-bits")
    void mayHaveAMeaningOfTheImplementation(Domain domain, SocketType type, Host host) {
        host.createSocket(domain, type, DEFAULT, SOCK_FLAG_UNKNOWN).isAccepted();
    }
}
