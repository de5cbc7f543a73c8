package org.sockspec.mutants;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.protocol.TesteeServer;
import org.sockspec.reference.KernelSockets;

/** A mutant as a testee, for the cases that need a process or a namespace; its argument is CLAUSE/MUTANT. */
final class MutantTestee {
    private MutantTestee() {}

    public static void main(String[] arguments) throws IOException {
        var name = arguments[0].split("/");
        var mutant = Catalogue.own().get(name[0]).mutants().stream()
                .filter(candidate -> candidate.id().equals(name[1]))
                .findFirst()
                .orElseThrow();
        TesteeServer.serve(
                MutantApi.of(new KernelSockets(), mutant),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out));
        Runtime.getRuntime().halt(0);
    }
}
