package org.sockspec.specs.socketpair;

import static org.sockspec.api.Domain.AF_UNIX;

import java.util.List;
import org.sockspec.api.Argument;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Observation;

class FailedSpec {
    private static final int UNKNOWN_PROTOCOL = 253;

    @Clause("socketpair.error.array-unchanged")
    void leavesTheArrayAlone(Domain domain, SocketType type, Observation seen, Host host) {
        var before = List.of(-7, -8);

        var call = host.raw(
                "socketpair",
                new Argument.Symbol(domain.name()),
                new Argument.Symbol(type.name()),
                new Argument.Number(domain == AF_UNIX ? UNKNOWN_PROTOCOL : 0),
                new Argument.Ints(before));

        call.failsUnlessProvided("a pair over " + domain);
        var after = ((Argument.Ints) call.arguments().get(3)).ints();
        seen.is(after.equals(before) ? "unchanged" : isPair(after) ? "changed" : "garbled");
    }

    private static boolean isPair(List<Integer> numbers) {
        return numbers.get(0) >= 0 && numbers.get(1) > numbers.get(0);
    }
}
