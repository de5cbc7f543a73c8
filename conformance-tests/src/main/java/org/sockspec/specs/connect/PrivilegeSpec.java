package org.sockspec.specs.connect;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;

class PrivilegeSpec {

    @Clause("connect.unix.eacces.search")
    void isNeededToSearchTheDirectory(Directory directory, Host client, Host server) {
        var folder = directory.directory("rwxrwxrwx");
        var target = server.target(directory.below(folder, "name"));
        client.socket().connect(target).succeeds();

        directory.permit(folder, "rw-rw-rw-");

        client.socket().connect(target).isAccepted();
    }

    @Clause("connect.unix.eacces.socket")
    void mayBeNeededForTheSocketFile(Directory directory, Host client, Host server) {
        var target = server.target();
        client.socket().connect(target).succeeds();

        directory.permit(target.address(), "---------");

        client.socket().connect(target).isAccepted();
    }
}
