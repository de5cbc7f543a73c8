package org.sockspec.specs.bind;

import org.sockspec.api.Address;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.Table;
import org.sockspec.specs.bind.PathSpec.Path;

class PrivilegeSpec {
    static final Table<Path> FORBIDDEN = Table.of(Path.class)
            .row("bind.unix.eacces.search", directory -> directory.directory("rw-rw-rw-"))
            .row("bind.unix.eacces.write", directory -> directory.directory("r-xr-xr-x"))
            .row("bind.unix.erofs", Directory::readOnly);

    @Clause(rows = "FORBIDDEN")
    void isNeededInTheDirectory(Path path, Directory directory, Host host) {
        host.boundSocket();

        host.socket().bind(directory.below(path.apply(directory), "name")).isAccepted();
    }

    @Clause("bind.privileged-port")
    void mayBeNeededForAPort(Network net, Host host) {
        var address = (Address.WithPort) net.freeAddress();
        var socket = host.socket();

        socket.bind(address.withPort(1023)).isAccepted();

        host.boundSocket(address);
    }
}
