package org.sockspec.reference;

import java.util.EnumSet;
import java.util.Set;
import org.sockspec.api.FcntlCommand;
import org.sockspec.api.FileFlag;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/** What can be done with any descriptor, be it a socket or not. */
final class Descriptors {
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_TYPE = 1;
    private static final int STATX_SIZE = 256;
    private static final int STX_MODE = 28;
    private static final int RLIMIT_NOFILE = 7;

    private final VariadicLibc libc = VariadicLibc.load();

    Outcome fcntl(int fd, FcntlCommand command, Set<FileFlag> flags) {
        if (flags.contains(FileFlag.FD_CLOFORK)) {
            return new Outcome.Unsupported("FD_CLOFORK");
        }
        int result = libc.fcntl(fd, Symbols.number(command), Symbols.bits(flags, Symbols::number));
        return Answers.of(result, value -> switch (command) {
            case F_GETFD -> Returned.flags(read(result, EnumSet.of(FileFlag.FD_CLOEXEC)));
            case F_GETFL -> Returned.flags(read(result, EnumSet.complementOf(EnumSet.of(FileFlag.FD_CLOEXEC))));
            default -> Returned.of(value);
        });
    }

    /** Reads only flags of one of the two families: FD_CLOEXEC and O_WRONLY are the same bit. */
    private static Set<FileFlag> read(int bits, Set<FileFlag> family) {
        family.retainAll(Symbols.flags(bits, FileFlag.class, Symbols::number));
        return family;
    }

    /** Asks statx(), whose structure is the same on every architecture. */
    Outcome fstat(int fd) {
        var status = new byte[STATX_SIZE];
        return Answers.of(
                Libc.statx(fd, "", AT_EMPTY_PATH, STATX_TYPE, status),
                zero -> Returned.mode(fileType(Buffers.inNativeOrder(status).getShort(STX_MODE))));
    }

    private static String fileType(int mode) {
        int type = mode & 0xf000;
        return switch (type) {
            case 0x1000 -> "S_IFIFO";
            case 0x2000 -> "S_IFCHR";
            case 0x4000 -> "S_IFDIR";
            case 0x6000 -> "S_IFBLK";
            case 0x8000 -> "S_IFREG";
            case 0xa000 -> "S_IFLNK";
            case 0xc000 -> "S_IFSOCK";
            default -> Integer.toOctalString(type);
        };
    }

    Outcome pipe() {
        var fds = new int[2];
        return Answers.of(Libc.pipe(fds), zero -> Returned.fds(fds[0], fds[1]));
    }

    Outcome setrlimit(int limit) {
        var softAndHard = new long[2];
        return Answers.of(Libc.getrlimit(RLIMIT_NOFILE, softAndHard), zero -> {
            softAndHard[0] = limit;
            return Answers.of(Libc.setrlimit(RLIMIT_NOFILE, softAndHard));
        });
    }
}
