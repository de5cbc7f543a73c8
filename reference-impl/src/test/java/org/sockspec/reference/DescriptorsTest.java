package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockspec.reference.OpenSockets.failed;
import static org.sockspec.reference.OpenSockets.returned;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

class DescriptorsTest {
    private static final int RLIMIT_NOFILE = 7;

    @AutoClose
    private final OpenSockets sockets = new OpenSockets();

    private final KernelSockets api = sockets.api;
    private final int socket = sockets.socket(Domain.AF_INET, SocketType.SOCK_DGRAM);

    @Test
    void readsAndSetsStatusFlags() {
        assertThat(flags(FcntlCommand.F_GETFL)).containsExactly(FileFlag.O_RDWR);
        assertThat(api.fcntl(socket, FcntlCommand.F_SETFL, Set.of(FileFlag.O_NONBLOCK)))
                .isEqualTo(Outcome.returned(0));
        assertThat(flags(FcntlCommand.F_GETFL)).containsExactlyInAnyOrder(FileFlag.O_RDWR, FileFlag.O_NONBLOCK);
        assertThat(api.recv(socket, 1, Set.of())).isEqualTo(failed("EAGAIN"));
    }

    @Test
    void readsAndSetsDescriptorFlags() {
        assertThat(flags(FcntlCommand.F_GETFD)).isEmpty();
        api.fcntl(socket, FcntlCommand.F_SETFD, Set.of(FileFlag.FD_CLOEXEC));
        assertThat(flags(FcntlCommand.F_GETFD)).containsExactly(FileFlag.FD_CLOEXEC);
    }

    private Set<FileFlag> flags(FcntlCommand command) {
        return Objects.requireNonNull(
                returned(api.fcntl(socket, command, Set.of())).fileFlags());
    }

    @Test
    void duplicates() {
        int byDup = sockets.keep(api.dup(socket));
        int byFcntl = sockets.keep(api.fcntl(socket, FcntlCommand.F_DUPFD, Set.of()));
        assertThat(Set.of(socket, byDup, byFcntl)).hasSize(3);
        assertThat(api.fstat(byDup)).isEqualTo(Returned.mode("S_IFSOCK"));
        assertThat(api.fstat(byFcntl)).isEqualTo(Returned.mode("S_IFSOCK"));
    }

    @Test
    void pipesCarryBytes() {
        var fds = Objects.requireNonNull(returned(api.pipe()).fds());
        fds.forEach(fd -> sockets.keep(Outcome.returned(fd)));
        assertThat(api.fstat(fds.get(0))).isEqualTo(Returned.mode("S_IFIFO"));
        api.write(fds.get(1), Bytes.of("x"));
        assertThat(api.read(fds.get(0), 5)).isEqualTo(Returned.received(Bytes.of("x")));
        assertThat(api.send(fds.get(1), Bytes.of("x"), Set.of())).isEqualTo(failed("ENOTSOCK"));
    }

    @Test
    void failsOnWhatIsClosed() {
        int closed = (int) returned(api.dup(socket)).value();
        assertThat(api.close(closed)).isEqualTo(Outcome.returned(0));
        assertThat(api.fstat(closed)).isEqualTo(failed("EBADF"));
        assertThat(api.dup(closed)).isEqualTo(failed("EBADF"));
        assertThat(api.fcntl(closed, FcntlCommand.F_GETFL, Set.of())).isEqualTo(failed("EBADF"));
    }

    @Test
    void limitsDescriptors() {
        var limits = new long[2];
        Libc.getrlimit(RLIMIT_NOFILE, limits);
        var limited = api.setrlimit(socket);
        var beyond = api.socket(Domain.AF_INET, SocketType.SOCK_DGRAM, Set.of(), Protocol.DEFAULT);
        Libc.setrlimit(RLIMIT_NOFILE, limits);
        assertThat(limited).isEqualTo(Outcome.returned(0));
        assertThat(beyond).isEqualTo(failed("EMFILE"));
    }
}
