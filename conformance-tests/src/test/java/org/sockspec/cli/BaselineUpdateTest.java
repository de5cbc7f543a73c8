package org.sockspec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.engine.Baseline;
import org.sockspec.report.CaseResult;
import org.sockspec.report.EnvironmentInfo;
import org.sockspec.report.Fingerprint;
import org.sockspec.report.ImplementationInfo;
import org.sockspec.report.Run;
import org.sockspec.report.SuiteInfo;
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
            assertThat(entry.fingerprint()).isEqualTo(Fingerprint.of("said EBADF"));
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
    void findsEntriesThatAWholeRunHasNotSeen() {
        var unsupported = result("inet.stream", Verdict.UNSUPPORTED, null, null);

        assertThat(NeverSeen.of(OLD, run(true, unsupported))).isEqualTo(OLD.entries());
        assertThat(NeverSeen.of(OLD, run(false, unsupported))).as("a selection").isEmpty();
        assertThat(NeverSeen.of(OLD, run(true, deviation("inet.stream", "0", "expected"))))
                .isEmpty();
    }

    private static Baseline update(Baseline before, CaseResult... results) {
        return BaselineUpdate.of(before, run(true, results), Catalogue.own(), List.of());
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

    private static Run run(boolean whole, CaseResult... results) {
        return new Run(
                new SuiteInfo("1", "1", "1"),
                new ImplementationInfo("stack", "6", "amd64", List.of()),
                new EnvironmentInfo("Linux", "17", 2, 0, 1, Map.of()),
                "posix",
                null,
                whole,
                "2026-01-01T00:00:00Z",
                1,
                false,
                List.of(),
                List.of(results));
    }
}
