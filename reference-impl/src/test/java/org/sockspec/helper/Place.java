package org.sockspec.helper;

import java.util.stream.Stream;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/** A domain, a type and an address that a server can take. */
record Place(Domain domain, SocketType type, Address address) {

    static Stream<Place> all() {
        return Stream.concat(
                withConnections(),
                Stream.of(Domain.AF_INET, Domain.AF_INET6, Domain.AF_UNIX)
                        .map(domain -> new Place(domain, SocketType.SOCK_DGRAM, free(domain))));
    }

    static Stream<Place> withConnections() {
        return Stream.of(
                new Place(Domain.AF_INET, SocketType.SOCK_STREAM, free(Domain.AF_INET)),
                new Place(Domain.AF_INET6, SocketType.SOCK_STREAM, free(Domain.AF_INET6)),
                new Place(Domain.AF_UNIX, SocketType.SOCK_STREAM, free(Domain.AF_UNIX)),
                new Place(Domain.AF_UNIX, SocketType.SOCK_SEQPACKET, free(Domain.AF_UNIX)));
    }

    private static Address free(Domain domain) {
        return switch (domain) {
            case AF_INET -> new Address.Inet("127.0.0.1", 0);
            case AF_INET6 -> new Address.Inet6("::1", 0);
            default -> new Address.UnixAbstract(Bytes.of("sockspec helper " + System.nanoTime()));
        };
    }
}
