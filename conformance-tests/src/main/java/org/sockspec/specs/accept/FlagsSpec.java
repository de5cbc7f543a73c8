package org.sockspec.specs.accept;

import static org.sockspec.api.FileFlag.FD_CLOEXEC;
import static org.sockspec.api.FileFlag.FD_CLOFORK;
import static org.sockspec.api.FileFlag.O_NONBLOCK;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketFlag.SOCK_CLOEXEC;
import static org.sockspec.api.SocketFlag.SOCK_CLOFORK;
import static org.sockspec.api.SocketFlag.SOCK_FLAG_UNKNOWN;
import static org.sockspec.api.SocketFlag.SOCK_NONBLOCK;

import java.util.List;
import org.sockspec.api.SocketFlag;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.Table;

class FlagsSpec {
    static final Table<SocketFlag[]> ACCEPT4 = Table.of(SocketFlag[].class)
            .row("accept.accept4.none", new SocketFlag[] {})
            .row("accept.accept4.nonblock", new SocketFlag[] {SOCK_NONBLOCK})
            .row("accept.accept4.cloexec", new SocketFlag[] {SOCK_CLOEXEC})
            .row("accept.accept4.combined", new SocketFlag[] {SOCK_NONBLOCK, SOCK_CLOEXEC});

    @Clause(rows = "ACCEPT4")
    void areThoseGivenToAccept4(SocketFlag[] flags, Host client, Host server) {
        var asked = List.of(flags);
        var plain = server.listener();
        var flagged = server.listener().nonBlocking();
        flagged.setDescriptorFlags(FD_CLOEXEC).succeeds();

        for (var listener : List.of(plain, flagged)) {
            var caller = client.boundSocket();
            caller.connect(listener).succeeds();
            listener.poll(POLLIN).reports(POLLIN);

            var accepted = listener.accept4(flags).storesNameAs(caller.name()).socket();

            accepted.flags().hasFlagIf(asked.contains(SOCK_NONBLOCK), O_NONBLOCK);
            accepted.descriptorFlags().hasFlagIf(asked.contains(SOCK_CLOEXEC), FD_CLOEXEC);
        }
    }

    @Clause("accept.accept4.clofork")
    void canCloseTheDescriptorOnFork(Host client, Host server) {
        var listener = server.listener();
        client.socket().connect(listener).succeeds();

        listener.accept4(SOCK_CLOFORK).socket().descriptorFlags().hasFlag(FD_CLOFORK);
    }

    @Clause("accept.accept4.invalid-flag")
    void mayBeRefusedWithoutLossOfTheConnection(Host client, Host server) {
        var listener = server.listener().nonBlocking();
        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);

        var accepting = listener.accept4(SOCK_FLAG_UNKNOWN).isAccepted();

        if (accepting.hasFailed()) {
            listener.accept().socket();
        }
    }

    @Clause("accept.flags.cloexec-clear")
    void doNotIncludeCloseOnExec(Host client, Host server) {
        var listener = server.listener();
        listener.setDescriptorFlags(FD_CLOEXEC).succeeds();

        client.connectTo(listener).server().descriptorFlags().hasNoFlag(FD_CLOEXEC);
    }

    @Clause("accept.flags.nonblock-inheritance")
    void mayOrMayNotIncludeNonBlocking(Host client, Host server, Observation seen) {
        var listener = server.listener().nonBlocking();
        client.socket().connect(listener).succeeds();
        listener.poll(POLLIN).reports(POLLIN);

        var flags = listener.accept().socket().flags().returned().fileFlags();

        seen.is(flags.contains(O_NONBLOCK) ? "set" : "clear");
    }
}
