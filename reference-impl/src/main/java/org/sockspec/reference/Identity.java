package org.sockspec.reference;

import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Protocol;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;

/** Who this kernel is and what it can do. */
final class Identity {
    private static final int SESSIONS = 1000;
    private static final int CS_GNU_LIBC_VERSION = 2;

    private Identity() {}

    static Capabilities of(SocketApi api) {
        return new Capabilities(
                "linux",
                System.getProperty("os.version"),
                System.getProperty("os.arch") + ", " + libc(),
                SESSIONS,
                domains(api),
                EnumSet.complementOf(EnumSet.of(SocketType.SOCK_UNKNOWN)),
                Arrays.stream(Call.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .map(Call::methodOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String libc() {
        var version = new byte[64];
        Libc.confstr(CS_GNU_LIBC_VERSION, version, version.length);
        var text = Native.toString(version, StandardCharsets.US_ASCII);
        return text.isEmpty() ? "libc of unknown version" : text;
    }

    /** Leaves IPv6 out where its loopback address is missing, as in many containers: no case could run there. */
    private static Set<Domain> domains(SocketApi api) {
        var domains = EnumSet.of(Domain.AF_INET, Domain.AF_UNIX);
        if (api.socket(Domain.AF_INET6, SocketType.SOCK_DGRAM, Set.of(), Protocol.DEFAULT) instanceof Returned socket) {
            int fd = (int) socket.value();
            if (!(api.bind(fd, new Address.Inet6("::1", 0)) instanceof Outcome.Failed)) {
                domains.add(Domain.AF_INET6);
            }
            api.close(fd);
        }
        return domains;
    }
}
