package org.sockspec.specs.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.api.Errno.ENOENT;
import static org.sockspec.api.SocketType.SOCK_DGRAM;
import static org.sockspec.api.SocketType.SOCK_SEQPACKET;
import static org.sockspec.api.SocketType.SOCK_STREAM;

import java.util.List;
import java.util.function.Function;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Directory;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Table;

class PathSpec {
    static final Table<Path> UNUSABLE = Table.of(Path.class)
            .row("bind.unix.enoent", Directory::pathInMissingDirectory)
            .row("bind.unix.trailing-slash", directory -> directory.below(directory.freeName(), ""))
            .row("bind.unix.trailing-slash.file", directory -> directory.below(directory.regularFile(), ""))
            .row("bind.unix.enotdir", directory -> directory.below(directory.regularFile(), "name"))
            .row("bind.unix.eloop", directory -> directory.below(directory.symbolicLinkLoop(), "name"))
            .row(
                    "bind.unix.enametoolong",
                    directory ->
                            directory.below(directory.symbolicLinkTo(new Address.UnixPath("x".repeat(300))), "name"));

    /** Makes a path. */
    interface Path extends Function<Directory, Address> {}

    @Clause(rows = "UNUSABLE")
    void mustLeadToADirectory(Path path, Directory directory, Host host) {
        host.socket().bind(path.apply(directory)).isAccepted();
    }

    @Clause("bind.unix.empty-path")
    void mustNotBeEmpty(Directory directory, Host host) {
        var afterTheEnd = Bytes.of(directory.freeName().toString());

        host.socket().bind(new Address.UnixAbstract(afterTheEnd)).isAccepted();
    }

    @Clause("bind.unix.length-bounds-path")
    void mayEndWithTheLength(Directory directory, Host host, Observation seen) {
        var path = directory.freeName();
        var longer = new Address.UnixPath(path + "XYZ");

        var bound = host.socket().bind(directory.unterminated(longer, path));

        if (bound.hasFailed()) {
            bound.isAccepted();
        } else {
            seen.is(directory.exists(path) ? "cut-at-length" : directory.exists(longer) ? "read-to-null" : "no-file");
        }
    }

    @Clause("bind.unix.path-exists")
    void mustNotExist(Directory directory, Host host) {
        var file = directory.regularFile();

        host.socket().bind(host.boundSocket().address()).isAccepted();
        host.socket().bind(file).isAccepted();
        host.socket().bind(directory.path()).isAccepted();

        assertThat(directory.type(file)).isEqualTo("S_IFREG");
    }

    @Clause("bind.unix.symlink")
    void mustNotBeASymbolicLink(Directory directory, Host host) {
        var missing = directory.freeName();

        host.socket().bind(directory.symbolicLinkTo(missing)).isAccepted();
        host.socket().bind(directory.symbolicLinkTo(directory.regularFile())).isAccepted();
        host.socket().bind(directory.symbolicLinkLoop()).isAccepted();

        assertThat(directory.exists(missing)).isFalse();
    }

    @Clause("bind.unix.types-share-names")
    void mustNotBeTakenByAnotherType(SocketType type, Host host) {
        var holder = host.boundSocket();

        for (var other : List.of(SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET)) {
            if (other != type) {
                host.socket(AF_UNIX, other).bind(holder.address()).isAccepted();
            }
        }
    }

    @OwnProcess
    @Clause("bind.unix.relative-path")
    void beginsAtTheCurrentDirectory(Directory directory, SocketType type, Host host) {
        var absolute = directory.freeName();
        var relative = directory.relative(absolute);
        host.changeDirectory(directory.path());
        var target = host.boundSocket(relative);
        if (type.isConnectionMode()) {
            target.listen(2).succeeds();
        }

        target.name().storesAddress(relative);
        host.socket().connect(relative).isAccepted();
        host.changeDirectory(directory.directory("rwxr-xr-x"));
        host.socket().connect(relative).failsWith(ENOENT);
        host.socket().connect(absolute).isAccepted();
    }
}
