package org.sockspec.cli.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sockspec.api.Address;
import org.sockspec.api.Capabilities;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Leases;
import org.sockspec.protocol.Testee;

/** Climbs the rungs one after the other, in a testee that is replaced whenever it breaks. */
public final class Ladder {
    private static final List<Domain> DOMAINS = List.of(Domain.AF_INET, Domain.AF_INET6, Domain.AF_UNIX);

    private final Supplier<Testee> start;
    private final Leases leases;
    private final Path folder;
    private int files;
    private boolean spoiled;

    /** How a testee stands on a rung. */
    public enum State {
        WORKS,
        BROKEN,
        /** The testee does not declare what the rung is about, or is a binding that does not express it. */
        MISSING,
        /** A rung below is broken or missing, so this one could not be tried. */
        OUT_OF_REACH
    }

    /**
     * What came of one rung.
     *
     * @param text what is wrong with it, or which call is missing; empty where it works
     */
    public record Step(String title, List<String> calls, State state, String text) {}

    /**
     * Prepares a check.
     *
     * @param start starts and greets a testee
     * @param folder an empty folder for the files of local sockets
     */
    public Ladder(Supplier<Testee> start, Leases leases, Path folder) {
        this.start = start;
        this.leases = leases;
        this.folder = folder;
    }

    /** Climbs; tells each step as soon as it is known. */
    public List<Step> climb(Testee first, Consumer<Step> tell) {
        var steps = new ArrayList<Step>();
        var testee = first;
        boolean grounded = true;
        for (var rung : Rungs.ALL) {
            var step = grounded || rung.type() == SocketType.SOCK_DGRAM
                    ? step(testee, rung)
                    : new Step(rung.title(), rung.calls(), State.OUT_OF_REACH, "needs what is broken above");
            grounded &= step.state() == State.WORKS || !isBase(rung);
            steps.add(step);
            tell.accept(step);
            if (step.state() == State.BROKEN || spoiled || testee.ended().isPresent()) {
                spoiled = false;
                testee.close();
                testee = start.get();
            }
        }
        testee.close();
        return steps;
    }

    /** Tells whether the rungs above need this one. */
    private static boolean isBase(Rung rung) {
        return Rungs.ALL.indexOf(rung) < 3;
    }

    private Step step(Testee testee, Rung rung) {
        var missing = missing(testee.capabilities(), rung);
        if (missing.isPresent()) {
            return new Step(rung.title(), rung.calls(), State.MISSING, missing.get());
        }
        var domain = DOMAINS.stream()
                .filter(testee.capabilities().domains()::contains)
                .findFirst();
        if (domain.isEmpty()) {
            return new Step(rung.title(), rung.calls(), State.MISSING, "no domain is declared");
        }
        try {
            var climb = new Climb(testee, domain.get(), this::address);
            rung.script().accept(climb);
            spoiled = !ends(climb);
            return new Step(rung.title(), rung.calls(), State.WORKS, "");
        } catch (NoSuchFormException e) {
            return new Step(rung.title(), rung.calls(), State.MISSING, String.valueOf(e.getMessage()));
        } catch (BrokenRungException e) {
            return new Step(rung.title(), rung.calls(), State.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    /** One rung is about the end of a session; where that is broken, the others are not to blame. */
    private static boolean ends(Climb climb) {
        try {
            climb.endSession();
            return true;
        } catch (BrokenRungException e) {
            return false;
        }
    }

    private static Optional<String> missing(Capabilities capabilities, Rung rung) {
        if (!capabilities.types().contains(rung.type())) {
            return Optional.of(rung.type() + " is not among its types");
        }
        return rung.calls().stream()
                .filter(call -> !capabilities.calls().contains(call))
                .findFirst()
                .map(call -> call + " is not among its calls");
    }

    private Address address(Domain domain) {
        return switch (domain) {
            case AF_INET6 -> new Address.Inet6("::1", leases.restedPort().number());
            case AF_UNIX -> new Address.UnixPath(folder.resolve("s" + ++files).toString());
            default -> new Address.Inet(leases.host(), leases.port().number());
        };
    }
}
