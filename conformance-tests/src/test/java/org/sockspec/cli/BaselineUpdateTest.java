package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Baseline;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Fingerprint;
import org.sockspec.report.Verdict;

class BaselineUpdateTest {
    private static final String CLAUSE = "names.peer.shut-down";
    private static final Baseline OLD = new Baseline("mine", List.of(entry(CLAUSE + "@*", "0", "known")));

    @Test
    void keepsWhatTheRunHasSeenAgainOrNotLookedAt() {
        assertThat(update(OLD, deviation("inet.stream", "0", "expected"))).isEqualTo(OLD);
        assertThat(update(OLD)).isEqualTo(OLD);
    }

    @Test
    void dropsWhatPassesAndKeepsTheReasonOfWhatChanges() {
        var after = update(
                OLD, result("inet.stream", Verdict.PASSED, "0", "fixed"), deviation("inet6.stream", "EBADF", "stale"));

        assertThat(after.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.cases()).isEqualTo(CLAUSE + "@inet6.stream");
            assertThat(entry.observed()).isEqualTo("EBADF");
            assertThat(entry.fingerprint()).isNull();
            assertThat(entry.reason()).isEqualTo("known");
        });
    }

    @Test
    void addsWhatIsNewAndFoldsAWholeClause() {
        var all = Catalogue.own().get(CLAUSE).cases().stream()
                .map(id -> deviation(id.toString().substring(CLAUSE.length() + 1), "0", null))
                .toArray(CaseResult[]::new);

        assertThat(update(Baseline.NONE, all)).satisfies(after -> {
            assertThat(after.implementation()).isEqualTo("stack");
            assertThat(after.entries()).extracting(Baseline.Entry::cases).containsExactly(CLAUSE + "@*");
        });
        assertThat(update(Baseline.NONE, all[0]).entries())
                .extracting(Baseline.Entry::cases)
                .containsExactly(all[0].id());
    }

    @Test
    void knowsByItsMessageWhatHasNoOutcome() {
        var crash = new CaseResult(
                CLAUSE + "@inet.stream", CLAUSE, "must", Verdict.CRASHED, null, "it died", 1, null, null, null);

        assertThat(update(Baseline.NONE, crash).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.verdict()).isEqualTo(Verdict.CRASHED);
            assertThat(entry.fingerprint()).isEqualTo(Fingerprint.of("it died"));
        });
    }

    @Test
    void findsEntriesThatAWholeRunHasNotSeen() {
        var unsupported = result("inet.stream", Verdict.UNSUPPORTED, null, null);

        assertThat(NeverSeen.of(OLD, Runs.of(true, false, unsupported))).isEqualTo(OLD.entries());
        assertThat(NeverSeen.of(OLD, Runs.of(false, false, unsupported)))
                .as("a selection")
                .isEmpty();
        assertThat(NeverSeen.of(OLD, Runs.of(true, false, deviation("inet.stream", "0", "expected"))))
                .isEmpty();
    }

    private static Baseline update(Baseline before, CaseResult... results) {
        return BaselineUpdate.of(before, Runs.of(true, false, results), Catalogue.own(), List.of());
    }

    private static Baseline.Entry entry(String cases, String observed, String reason) {
        return new Baseline.Entry(cases, null, observed, null, reason, null, null, null);
    }

    private static CaseResult deviation(String variant, String observed, @Nullable String baseline) {
        return result(variant, Verdict.FAILED, observed, baseline);
    }

    private static CaseResult result(
            String variant, Verdict verdict, @Nullable String observed, @Nullable String baseline) {
        return new CaseResult(
                CLAUSE + "@" + variant, CLAUSE, "must", verdict, observed, "said " + observed, 1, baseline, null, null);
    }
}
