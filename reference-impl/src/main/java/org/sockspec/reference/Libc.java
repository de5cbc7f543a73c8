package org.sockspec.reference;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libc that are needed, by their own names; size_t, ssize_t and pthread_t are long. JNA copies arrays
 * in before the call and out after it; a null array is a null pointer.
 */
final class Libc {
    static {
        Native.register(Libc.class, NativeLibrary.getProcess());
    }

    private Libc() {}

    static native int socket(int domain, int type, int protocol);

    static native int socketpair(int domain, int type, int protocol, int[] fds);

    static native int bind(int fd, byte @Nullable [] address, int length);

    static native int listen(int fd, int backlog);

    static native int accept(int fd, byte @Nullable [] address, int @Nullable [] length);

    static native int accept4(int fd, byte @Nullable [] address, int @Nullable [] length, int flags);

    static native int connect(int fd, byte @Nullable [] address, int length);

    static native long send(int fd, byte[] data, long size, int flags);

    static native long sendto(int fd, byte[] data, long size, int flags, byte @Nullable [] address, int addressLength);

    static native long sendmsg(int fd, Pointer message, int flags);

    static native long write(int fd, byte[] data, long size);

    static native long writev(int fd, Pointer vector, int count);

    static native long recv(int fd, byte[] buffer, long size, int flags);

    static native long recvfrom(
            int fd, byte[] buffer, long size, int flags, byte @Nullable [] address, int @Nullable [] addressLength);

    static native long recvmsg(int fd, Pointer message, int flags);

    static native long read(int fd, byte[] buffer, long size);

    static native long readv(int fd, Pointer vector, int count);

    static native int shutdown(int fd, int how);

    static native int close(int fd);

    static native int poll(Pointer fds, long count, int timeout);

    static native int select(
            int count,
            long @Nullable [] read,
            long @Nullable [] write,
            long @Nullable [] except,
            long @Nullable [] timeout);

    static native int getsockopt(int fd, int level, int option, byte[] value, int[] length);

    static native int setsockopt(int fd, int level, int option, byte[] value, int length);

    static native int getsockname(int fd, byte @Nullable [] address, int @Nullable [] length);

    static native int getpeername(int fd, byte @Nullable [] address, int @Nullable [] length);

    static native int dup(int fd);

    static native int statx(int directory, String path, int flags, int mask, byte[] status);

    static native int pipe(int[] fds);

    static native int fchmod(int fd, int mode);

    static native int umask(int mask);

    static native int chdir(String path);

    static native int getrlimit(int resource, long[] limits);

    static native int setrlimit(int resource, long[] limits);

    static native long signal(int signal, Pointer handler);

    static native int siginterrupt(int signal, int interrupt);

    static native long pthread_self();

    static native int pthread_sigmask(int how, byte[] set, byte @Nullable [] former);

    static native int sigtimedwait(byte[] set, @Nullable Pointer info, long[] timeout);

    static native int pthread_kill(long thread, int signal);

    static native int inet_pton(int domain, String text, byte[] address);

    static native @Nullable Pointer inet_ntop(int domain, byte[] address, byte[] text, int size);

    static native long confstr(int name, byte[] text, long size);
}
