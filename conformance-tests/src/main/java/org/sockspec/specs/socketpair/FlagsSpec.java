package org.sockspec.specs.socketpair;

import static org.sockspec.api.FileFlag.FD_CLOEXEC;
import static org.sockspec.api.FileFlag.FD_CLOFORK;
import static org.sockspec.api.FileFlag.O_NONBLOCK;
import static org.sockspec.api.SocketFlag.SOCK_CLOEXEC;
import static org.sockspec.api.SocketFlag.SOCK_CLOFORK;
import static org.sockspec.api.SocketFlag.SOCK_NONBLOCK;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class FlagsSpec {

    @Clause("socketpair.flags.default")
    void whenLeftOutSetNothing(Host host) {
        for (var end : host.socketpair().ends()) {
            end.flags().hasNoFlag(O_NONBLOCK);
            end.descriptorFlags().hasNoFlag(FD_CLOEXEC);
        }
    }

    @Clause("socketpair.flags.nonblock")
    void canMakeBothEndsNonBlocking(Host host) {
        for (var end : host.socketpair(SOCK_NONBLOCK).ends()) {
            end.flags().hasFlag(O_NONBLOCK);
            end.descriptorFlags().hasNoFlag(FD_CLOEXEC);
        }
    }

    @Clause("socketpair.flags.cloexec")
    void canCloseBothDescriptorsOnExec(Host host) {
        for (var end : host.socketpair(SOCK_CLOEXEC).ends()) {
            end.descriptorFlags().hasFlag(FD_CLOEXEC);
            end.flags().hasNoFlag(O_NONBLOCK);
        }
    }

    @Clause("socketpair.flags.clofork")
    void canCloseBothDescriptorsOnFork(Host host) {
        for (var end : host.socketpair(SOCK_CLOFORK).ends()) {
            end.descriptorFlags().hasFlag(FD_CLOFORK);
        }
    }
}
