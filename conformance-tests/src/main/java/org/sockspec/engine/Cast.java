package org.sockspec.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockspec.catalogue.CaseId;
import org.sockspec.report.Verdict;

/** Says which hosts of a case the implementation plays: all, or one against a peer. */
public final class Cast implements AutoCloseable {
    private final TesteePool implementation;
    private final TesteePool peer;
    private final @Nullable String part;
    private final Baseline knownOfPeer;

    private Cast(TesteePool implementation, TesteePool peer, @Nullable String part, Baseline knownOfPeer) {
        this.implementation = implementation;
        this.peer = peer;
        this.part = part;
        this.knownOfPeer = knownOfPeer;
    }

    /** The implementation plays every host. */
    public static Cast whole(TesteePool implementation) {
        return new Cast(implementation, implementation, null, Baseline.NONE);
    }

    /**
     * The implementation plays one of the two hosts of a case, and the only one of a case that has one.
     *
     * @param part client or server
     * @param peer plays the other one
     * @param knownOfPeer the known deviations of the peer, which are not the implementation's
     */
    public static Cast of(String part, TesteePool implementation, TesteePool peer, Baseline knownOfPeer) {
        return new Cast(implementation, peer, part, knownOfPeer);
    }

    /** Returns the host that the implementation plays against a peer, or null where it plays all. */
    public @Nullable String part() {
        return part;
    }

    /** Returns the known deviation that a case has shown at the peer, or nothing if there is none. */
    Optional<Baseline.Entry> knownOfPeer(CaseId id, Verdicts.Deviation deviation, @Nullable String observed) {
        return isOwn(deviation.host())
                ? Optional.empty()
                : knownOfPeer
                        .find(id)
                        .filter(entry -> entry.describes(Verdict.FAILED, observed, deviation.getMessage()));
    }

    TesteePool implementation() {
        return implementation;
    }

    /** Tells whether the implementation plays a host. */
    boolean isOwn(String host) {
        return isOwn(part, host);
    }

    /** Tells whether the implementation plays a host: a third one it plays against itself. */
    public static boolean isOwn(@Nullable String part, String host) {
        return part == null || part.equals(host) || !host.equals("client") && !host.equals("server");
    }

    TesteePool pool(String host) {
        return isOwn(host) ? implementation : peer;
    }

    @Override
    public void close() {
        implementation.close();
        if (peer != implementation) {
            peer.close();
        }
    }
}
