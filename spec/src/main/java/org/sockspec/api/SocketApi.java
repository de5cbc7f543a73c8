package org.sockspec.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets API of one implementation. Every method is the call of the same name; it blocks exactly as long as that
 * call blocks, may be called by many threads at once, and never throws for something the implementation answered: an
 * error is a {@link Outcome.Failed}. A method that is not overridden answers {@link Outcome.Unsupported}.
 *
 * <p>Descriptors are the implementation's own numbers. Lengths are bytes, timeouts milliseconds.
 */
public interface SocketApi {

    /** Says who this is and what it can do. */
    Capabilities capabilities();

    /**
     * Returns the implementation as a new session sees it; by default all see the same. One that keeps something for
     * each session, and not for each descriptor, returns another object each time.
     */
    default SocketApi forSession() {
        return this;
    }

    /**
     * Tells whether a call can wait for something outside the process; by default any can. One that cannot is made on
     * the thread that reads the requests, which saves a change of threads; should it block after all, all else waits.
     */
    default boolean mayBlock(Call call) {
        return true;
    }

    /** Creates a socket (POSIX XSH socket()); the return value is its descriptor. */
    default Outcome socket(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        return unsupported("socket");
    }

    /** Creates two connected sockets (POSIX XSH socketpair()); their descriptors are in {@link Returned#fds()}. */
    default Outcome socketpair(Domain domain, SocketType type, Set<SocketFlag> flags, Protocol protocol) {
        return unsupported("socketpair");
    }

    /** Gives a socket a local address (POSIX XSH bind()). */
    default Outcome bind(int fd, Address address) {
        return unsupported("bind");
    }

    /** Makes a socket accept connections (POSIX XSH listen()). */
    default Outcome listen(int fd, int backlog) {
        return unsupported("listen");
    }

    /**
     * Takes a connection from the queue (POSIX XSH accept()); the return value is the new descriptor.
     *
     * @param withAddress false passes null pointers for address and length
     */
    default Outcome accept(int fd, boolean withAddress) {
        return unsupported("accept");
    }

    /** Takes a connection and sets flags on the new descriptor (POSIX.1-2024 XSH accept4()). */
    default Outcome accept4(int fd, boolean withAddress, Set<SocketFlag> flags) {
        return unsupported("accept4");
    }

    /** Connects a socket, or sets the peer of a datagram socket (POSIX XSH connect()). */
    default Outcome connect(int fd, Address address) {
        return unsupported("connect");
    }

    /** Sends (POSIX XSH send()); the return value is the number of bytes taken. */
    default Outcome send(int fd, Bytes data, Set<MessageFlag> flags) {
        return unsupported("send");
    }

    /** Sends to an address (POSIX XSH sendto()). */
    default Outcome sendto(int fd, Bytes data, Set<MessageFlag> flags, Address address) {
        return unsupported("sendto");
    }

    /** Sends from a vector, with control messages (POSIX XSH sendmsg()); a null address stands for a null msg_name. */
    default Outcome sendmsg(
            int fd, @Nullable Address address, List<Bytes> iov, List<Control> control, Set<MessageFlag> flags) {
        return unsupported("sendmsg");
    }

    /** Writes (POSIX XSH write()). */
    default Outcome write(int fd, Bytes data) {
        return unsupported("write");
    }

    /** Writes from a vector (POSIX XSH writev()). */
    default Outcome writev(int fd, List<Bytes> iov) {
        return unsupported("writev");
    }

    /** Receives at most {@code length} bytes (POSIX XSH recv()); they are in {@link Returned#data()}. */
    default Outcome recv(int fd, int length, Set<MessageFlag> flags) {
        return unsupported("recv");
    }

    /** Receives with the sender's address (POSIX XSH recvfrom()); without, both pointers are null. */
    default Outcome recvfrom(int fd, int length, Set<MessageFlag> flags, boolean withAddress) {
        return unsupported("recvfrom");
    }

    /**
     * Receives into a vector, with control messages (POSIX XSH recvmsg()).
     *
     * @param iov lengths of the buffers; the data of all is joined in {@link Returned#data()}
     * @param controlLength msg_controllen, bytes
     */
    default Outcome recvmsg(int fd, List<Integer> iov, int controlLength, Set<MessageFlag> flags) {
        return unsupported("recvmsg");
    }

    /** Reads (POSIX XSH read()). */
    default Outcome read(int fd, int length) {
        return unsupported("read");
    }

    /** Reads into a vector (POSIX XSH readv()). */
    default Outcome readv(int fd, List<Integer> iov) {
        return unsupported("readv");
    }

    /** Ends one or both directions (POSIX XSH shutdown()). */
    default Outcome shutdown(int fd, Shutdown how) {
        return unsupported("shutdown");
    }

    /** Closes a descriptor (POSIX XSH close()). */
    default Outcome close(int fd) {
        return unsupported("close");
    }

    /** Waits for events (POSIX XSH poll()); the return value counts the entries with events. */
    default Outcome poll(List<PollFd> fds, int timeout) {
        return unsupported("poll");
    }

    /** Waits for events on sets (POSIX XSH select()). */
    default Outcome select(FdSets sets, int timeout) {
        return unsupported("select");
    }

    /** Reads an option (POSIX XSH getsockopt()). */
    default Outcome getsockopt(int fd, SocketOption option) {
        return unsupported("getsockopt");
    }

    /** Sets an option (POSIX XSH setsockopt()). */
    default Outcome setsockopt(int fd, SocketOption option, OptionValue value) {
        return unsupported("setsockopt");
    }

    /** Reads the local address (POSIX XSH getsockname()). */
    default Outcome getsockname(int fd) {
        return unsupported("getsockname");
    }

    /** Reads the peer's address (POSIX XSH getpeername()). */
    default Outcome getpeername(int fd) {
        return unsupported("getpeername");
    }

    /** Reads or sets flags, or duplicates (POSIX XSH fcntl()); flags read are in {@link Returned#fileFlags()}. */
    default Outcome fcntl(int fd, FcntlCommand command, Set<FileFlag> flags) {
        return unsupported("fcntl");
    }

    /** Duplicates a descriptor (POSIX XSH dup()). */
    default Outcome dup(int fd) {
        return unsupported("dup");
    }

    /** Reads the file type (POSIX XSH fstat()) into {@link Returned#mode()}. */
    default Outcome fstat(int fd) {
        return unsupported("fstat");
    }

    /** Creates a pipe (POSIX XSH pipe()); its two descriptors are in {@link Returned#fds()}. */
    default Outcome pipe() {
        return unsupported("pipe");
    }

    /** Sets the permission bits of a file (POSIX XSH fchmod()). */
    default Outcome fchmod(int fd, int mode) {
        return unsupported("fchmod");
    }

    /** Sets the permission bits that new files do not get (POSIX XSH umask()); returns those of before. */
    default Outcome umask(int mask) {
        return unsupported("umask");
    }

    /** Changes the directory at which relative paths begin (POSIX XSH chdir()). */
    default Outcome chdir(String path) {
        return unsupported("chdir");
    }

    /** Limits descriptors to numbers below {@code limit} (POSIX XSH setrlimit(), RLIMIT_NOFILE, soft limit). */
    default Outcome setrlimit(int limit) {
        return unsupported("setrlimit");
    }

    /** Catches a signal with a handler that does nothing (POSIX XSH sigaction()). */
    default Outcome sigaction(Signal signal, boolean restart) {
        return unsupported("sigaction");
    }

    /** Blocks a signal in the calling thread, or no longer (POSIX XSH pthread_sigmask()). */
    default Outcome pthreadSigmask(boolean block, Signal signal) {
        return unsupported("pthread_sigmask");
    }

    /**
     * Takes a signal that is pending for the calling thread, which blocks it; returns 0, or fails with EAGAIN at once
     * where none is pending (POSIX XSH sigtimedwait(), with a timeout of 0).
     */
    default Outcome sigtimedwait(Signal signal) {
        return unsupported("sigtimedwait");
    }

    /** Sends a signal to a thread that is, or is about to be, blocked in a call (POSIX XSH pthread_kill()). */
    default Outcome pthreadKill(Thread thread, Signal signal) {
        return unsupported("pthread_kill");
    }

    /**
     * Makes the call a thread is blocked in return, in whatever way the implementation has; called when a session ends
     * around a blocked call, again and again until the thread is free.
     */
    default void release(Thread thread) {
        thread.interrupt();
    }

    /** Makes what ends at the end of a session end without a trace, such as a connection without TIME_WAIT. */
    default void discard(int fd) {
        close(fd);
    }

    /**
     * Calls a function by its name, with memory, lengths and pointers as they are given. What it left in the memory is
     * in {@link Returned#arguments()} or {@link Outcome.Failed#arguments()}.
     *
     * @param function accept, getpeername, getsockname, listen or socketpair
     */
    default Outcome raw(String function, List<Argument> arguments) {
        return unsupported("raw");
    }

    /** Sends {@code length} bytes of the {@link Pattern} of {@code seed} by as many calls of send() as it takes. */
    default Outcome sendPattern(int fd, long seed, long length) {
        return Pattern.send(this, fd, seed, length);
    }

    /** Receives to end of file and compares with the {@link Pattern} of {@code seed}. */
    default Outcome recvPattern(int fd, long seed) {
        return Pattern.receive(this, fd, seed);
    }

    private static Outcome unsupported(String call) {
        return new Outcome.Unsupported(call);
    }
}
