package org.sockspec.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/** Translates between the short names of case ids ({@code inet.stream}) and the symbols of the sockets API. */
public final class ShortNames {
    static final Map<String, Domain> DOMAINS =
            Symbols.map(ShortNames::of, Domain.AF_INET, Domain.AF_INET6, Domain.AF_UNIX);
    static final Map<String, SocketType> TYPES =
            Symbols.map(ShortNames::of, SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM, SocketType.SOCK_SEQPACKET);

    private ShortNames() {}

    /** Returns {@code inet} for {@code AF_INET}. */
    public static String of(Domain domain) {
        return afterPrefix(domain);
    }

    /** Returns {@code stream} for {@code SOCK_STREAM}. */
    public static String of(SocketType type) {
        return afterPrefix(type);
    }

    /** Finds the domain that cases call {@code inet}, {@code inet6} or {@code unix}. */
    public static Optional<Domain> domain(String name) {
        return Optional.ofNullable(DOMAINS.get(name));
    }

    /** Finds the type that cases call {@code stream}, {@code dgram} or {@code seqpacket}. */
    public static Optional<SocketType> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    private static String afterPrefix(Enum<?> constant) {
        return constant.name().substring(constant.name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
    }
}
