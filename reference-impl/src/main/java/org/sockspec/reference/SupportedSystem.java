package org.sockspec.reference;

import java.util.Set;

/** Refuses systems whose numbers and layouts are not the ones written down in this package. */
final class SupportedSystem {
    /** Linux on these is 64 bits wide and has the generic errno, option and flag numbers; mips, sparc and ppc do not. */
    private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64", "s390x", "riscv64", "loongarch64");

    private SupportedSystem() {}

    /** Throws unless the system is one that this package knows. */
    static void require(String os, String architecture) {
        if (!os.equals("Linux") || !ARCHITECTURES.contains(architecture)) {
            throw new UnsupportedOperationException(
                    "The reference implementation knows the kernel's sockets of Linux on "
                            + String.join(", ", ARCHITECTURES.stream().sorted().toList())
                            + " only; this is " + os + " on " + architecture
                            + ". Run sockspec on such a Linux machine or in a Linux container,"
                            + " or name another implementation with --testee CMD.");
        }
    }
}
