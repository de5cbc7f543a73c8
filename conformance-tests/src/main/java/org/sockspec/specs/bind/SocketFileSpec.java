package org.sockspec.specs.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Errno.ENOENT;
import static org.sockspec.api.PollEvent.POLLIN;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;

class SocketFileSpec {
    @Clause("bind.unix.creates-socket-file")
    void isCreatedAtThePath(Directory directory, Host host, Observation seen) {
        var path = directory.freeName();

        host.socket().bind(path).succeeds();

        assertThat(directory.type(path)).isEqualTo("S_IFSOCK");
        seen.is("socket-file");
    }

    @Clause("bind.unix.stale-path")
    void keepsThePathTakenAfterClose(Directory directory, Host host) {
        var old = host.boundSocket();
        old.close().succeeds();

        host.socket().bind(old.address()).isAccepted();

        directory.unlink(old.address());
        host.socket().bind(old.address()).succeeds();
    }

    @Clause("bind.unix.after-unlink")
    void leavesThePathFreeWhenItIsUnlinked(Directory directory, Host host) {
        var open = host.boundSocket();
        var closed = host.boundSocket();
        closed.close().succeeds();

        directory.unlink(open.address());
        directory.unlink(closed.address());

        host.socket().bind(open.address()).isAccepted();
        host.socket().bind(closed.address()).isAccepted();
    }

    @Clause("bind.unix.unlink-keeps-socket")
    void canBeUnlinkedUnderASocketInUse(Directory directory, Host client, Host server) {
        var listener = server.listener();
        var connection = client.connectTo(listener);

        directory.unlink(listener.address());

        connection.client().send("still").returns(5);
        connection.server().recv(16).receives("still");
    }

    @Clause("bind.unix.rename-moves")
    void canBeRenamed(Directory directory, Host client, Host server) {
        var target = server.target();
        var before = target.address();

        var now = directory.rename(before);

        client.socket().connect(before).failsWith(ENOENT);
        var socket = client.socket();
        socket.connect(now).succeeds();
        socket.send("x").returns(1);
        target.poll(POLLIN).reports(POLLIN);
    }

    @OwnProcess
    @Clause("bind.unix.mode-umask")
    void mayHavePermissionsByTheUmask(Directory directory, Host host, Observation seen) {
        host.setUmask(027);

        var socket = host.boundSocket();

        seen.is(directory.permissions(socket.address()) == 0750 ? "mode-from-umask" : "other-mode");
    }

    @OwnProcess
    @Clause("bind.unix.fchmod-before")
    void mayHaveThePermissionsThatFchmodGaveTheSocket(Directory directory, Host host, Observation seen) {
        host.setUmask(022);
        var usual = directory.permissions(host.boundSocket().address());
        assertThat(usual).isNotEqualTo(0600);
        var path = directory.freeName();
        var socket = host.socket();
        socket.fchmod(0600).succeeds();

        socket.bind(path).succeeds();

        var mode = directory.permissions(path);
        seen.is(mode == 0600 ? "mode-from-fchmod" : mode == usual ? "mode-from-umask" : "other-mode");
    }
}
