package org.sockspec.protocol;

import java.util.Map;

/** Says in words how a process ended. */
final class Exit {
    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;

    /** The signals that have the same number on every system. */
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"));

    private Exit() {}

    /** Describes the exit status; the platform and shells report a signal as 128 and its number. */
    static String described(int status) {
        int signal = status - SIGNALLED;
        if (signal < 1 || signal > LAST_SIGNAL) {
            return "exited with status " + status;
        }
        var name = SIGNALS.get(signal);
        return "died by signal " + signal + (name == null ? "" : " (" + name + ")");
    }
}
