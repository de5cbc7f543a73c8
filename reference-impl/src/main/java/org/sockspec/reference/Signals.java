package org.sockspec.reference;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Signal;

/** Catching signals, and sending them to threads that are blocked in a call. */
final class Signals {
    /** A real-time signal (SIGRTMIN+6) that neither libc nor the JVM uses. */
    private static final int RELEASE = 40;

    private static final long SIG_ERR = -1;

    private static final int SIG_BLOCK = 0;
    private static final int SIG_UNBLOCK = 1;

    /** Bytes of a sigset_t. */
    private static final int SET = 128;

    private final Callers callers;

    /** A function of libc that takes an int and touches nothing: a handler in Java could run at a bad moment. */
    private final Pointer nothing = NativeLibrary.getProcess().getFunction("abs");

    Signals(Callers callers) {
        this.callers = callers;
    }

    Outcome sigaction(Signal signal, boolean restart) {
        return Answers.of(catchSignal(Symbols.number(signal), restart));
    }

    Outcome pthreadSigmask(boolean block, Signal signal) {
        return Answers.ofNumber(Libc.pthread_sigmask(block ? SIG_BLOCK : SIG_UNBLOCK, set(signal), null));
    }

    Outcome sigtimedwait(Signal signal) {
        return Answers.of(Math.min(0, Libc.sigtimedwait(set(signal), null, new long[2])));
    }

    /** Returns a sigset_t with one member: a bit for each signal from 1 on, in words of the machine. */
    private static byte[] set(Signal signal) {
        return Buffers.inNativeOrder(new byte[SET])
                .putLong(0, 1L << (Symbols.number(signal) - 1))
                .array();
    }

    Outcome pthreadKill(Thread thread, Signal signal) {
        return callers.blockedCallOf(thread)
                .filter(call -> call.interrupt(Symbols.number(signal)))
                .<Outcome>map(call -> Outcome.returned(0))
                .orElseGet(() -> Outcome.failed(Errno.ESRCH));
    }

    /** Sends nothing to a thread that is not blocked: a flood of signals could keep it from ever leaving its call. */
    void release(Thread thread) {
        callers.callOf(thread).filter(CallInProgress::isBlocked).ifPresent(call -> {
            catchSignal(RELEASE, false);
            call.interrupt(RELEASE);
        });
    }

    /** Does what sigaction() does; struct sigaction itself is laid out differently on every architecture. */
    private synchronized int catchSignal(int signal, boolean restart) {
        return Libc.signal(signal, nothing) == SIG_ERR ? -1 : Libc.siginterrupt(signal, restart ? 0 : 1);
    }
}
