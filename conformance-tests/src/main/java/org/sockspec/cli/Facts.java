package org.sockspec.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sockspec.api.Address;
import org.sockspec.api.Call;
import org.sockspec.protocol.Codec;

/** Writes and reads what a case learns otherwise than by calls: addresses stand as the protocol has them. */
final class Facts {
    private static final String ADDRESS = "address";

    private Facts() {}

    static List<Object> plain(List<Object> learnt) {
        return learnt.stream()
                .map(fact -> fact instanceof Address address
                        ? Objects.requireNonNull(
                                Codec.parameters(new Call.Bind(0, address)).get(ADDRESS))
                        : fact)
                .toList();
    }

    static List<Object> of(List<Object> plain) {
        return plain.stream()
                .map(fact -> fact instanceof Map<?, ?> address
                        ? ((Call.Bind) Codec.call("bind", Map.of("fd", 0, ADDRESS, address))).address()
                        : fact)
                .toList();
    }
}
