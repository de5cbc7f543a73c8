package org.sockspec.specs.connect;

import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.api.PollEvent.POLLIN;
import static org.sockspec.api.SocketType.SOCK_DGRAM;
import static org.sockspec.api.SocketType.SOCK_SEQPACKET;
import static org.sockspec.api.SocketType.SOCK_STREAM;

import java.util.List;
import org.sockspec.api.Address;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;

class LocalPathSpec {
    @Clause("connect.unix.enoent")
    void mustExist(Network net, Directory directory, Host client) {
        client.socket().connect(net.freeAddress()).isAccepted();
        client.socket().connect(directory.pathInMissingDirectory()).isAccepted();
    }

    @Clause("connect.unix.empty-path")
    void mustNotBeEmpty(Host client) {
        client.socket().connect(new Address.UnixPath("")).isAccepted();
    }

    @Clause("connect.unix.enotdir")
    void mustNotGoThroughAFile(Directory directory, Host client) {
        var file = directory.regularFile();

        client.socket().connect(directory.below(file, "name")).isAccepted();
    }

    @Clause("connect.unix.trailing-slash")
    void mustNotEndWithASlash(Directory directory, Host client, Host server) {
        var target = server.target().address();

        client.socket().connect(directory.below(target, "")).isAccepted();

        client.socket().connect(target).succeeds();
    }

    @Clause("connect.unix.eloop")
    void mustNotBeALoop(Directory directory, Host client) {
        client.socket().connect(directory.symbolicLinkLoop()).isAccepted();
    }

    @Clause("connect.unix.enametoolong")
    void mustNotHaveATooLongComponent(Directory directory, Host client) {
        var tooLong = new Address.UnixPath("x".repeat(300));

        client.socket().connect(directory.symbolicLinkTo(tooLong)).isAccepted();
    }

    @Clause("connect.unix.symlink")
    void mayBeASymbolicLink(Directory directory, Host client, Host server) {
        var target = server.target();
        var socket = client.socket();

        socket.connect(directory.symbolicLinkTo(target.address())).isAccepted();

        socket.send("x").succeeds();
        target.poll(POLLIN).reports(POLLIN);
    }

    @Clause("connect.unix.eprototype")
    void mustBeThatOfASocketOfTheSameType(SocketType type, Network net, Host client, Host server) {
        for (var other : List.of(SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET)) {
            if (other != type) {
                var target = server.socket(AF_UNIX, other);
                target.bind(net.freeAddress()).succeeds();
                if (other.isConnectionMode()) {
                    target.listen(1).succeeds();
                }
                client.socket().connect(target).isAccepted();
            }
        }
    }

    @Clause("connect.unix.unlinked")
    void mustNotHaveBeenUnlinked(SocketType type, Directory directory, Host client, Host server) {
        var target = server.target();
        client.socket().connect(target).succeeds();

        directory.unlink(target.address());

        client.socket().connect(target).isAccepted();
        if (type.isConnectionMode()) {
            target.accept().socket();
        }
    }

    @Clause("connect.unix.rebound-path")
    void leadsToTheSocketBoundLast(Directory directory, Host client, Host server) {
        var before = server.target();
        directory.unlink(before.address());
        var now = server.target(before.address());
        var socket = client.socket();

        socket.connect(now).succeeds();

        socket.send("x").succeeds();
        now.poll(POLLIN).reports(POLLIN);
        before.pollNow(POLLIN).reportsNothing();
    }
}
