package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Capabilities;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.report.Fingerprint;
import org.sockspec.report.Verdict;

/**
 * The known deviations of one implementation.
 *
 * @param implementation its name, as its testee gives it; empty where there is none
 */
public record Baseline(String implementation, List<Entry> entries) {
    public static final Baseline NONE = new Baseline("", List.of());

    private static final String REFERENCE = "baselines/linux.yaml";
    private static final String OWN = "sockspec-baseline.yaml";

    /**
     * One known deviation.
     *
     * @param cases a case id; a {@code *} after the {@code @} stands for every domain and type of the clause
     * @param verdict failed, hung or crashed; null for a case that fails or hangs
     * @param observed the outcome that is expected instead of an accepted one, or null
     * @param fingerprint the {@link Fingerprint} of what the case says, or null
     * @param reason why the implementation deviates
     * @param platform a pattern for the platforms it is about, with {@code *} for any letters, or null for all
     * @param version a pattern for the versions it is about, or null for all
     * @param expires the last day it holds, or null
     */
    public record Entry(
            String cases,
            @Nullable Verdict verdict,
            @Nullable String observed,
            @Nullable String fingerprint,
            String reason,
            @Nullable String platform,
            @Nullable String version,
            @Nullable LocalDate expires) {

        /** Tells whether the entry is about this case. */
        public boolean covers(CaseId id) {
            return cases.equals(id.toString()) || cases.equals(id.clause() + "@*");
        }

        /** Tells whether the entry is about this implementation where it runs now. */
        public boolean isAbout(Capabilities implementation) {
            return matches(platform, implementation.platform()) && matches(version, implementation.version());
        }

        /** Tells whether a case deviated in just this way. */
        public boolean describes(Verdict seen, @Nullable String outcome, @Nullable String detail) {
            return (verdict == null ? seen == Verdict.FAILED || seen == Verdict.HUNG : seen == verdict)
                    && (observed == null || observed.equals(outcome))
                    && (fingerprint == null || fingerprint.equals(Fingerprint.of(detail)));
        }

        private static boolean matches(@Nullable String pattern, String text) {
            return pattern == null || Pattern.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", text);
        }
    }

    /** Returns the entries that are about an implementation where it runs now. */
    public Baseline about(Capabilities capabilities) {
        return new Baseline(
                implementation,
                entries.stream().filter(entry -> entry.isAbout(capabilities)).toList());
    }

    /** Copies the entries. */
    public Baseline {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a baseline.
     *
     * @throws BaselineException if the file cannot be read, is malformed, or names a case that does not exist
     */
    public static Baseline read(Path file, Catalogue catalogue) {
        return BaselineReader.read(file, catalogue);
    }

    /** Returns the known deviations of the reference from POSIX. */
    public static Baseline ofTheReference(Catalogue catalogue) {
        return resource(REFERENCE, catalogue)
                .orElseThrow(() ->
                        new IllegalStateException("the class path has no " + REFERENCE + "; build the module again"));
    }

    /** Returns the known deviations that the class path names in {@value #OWN}; none where there is no such file. */
    public static Baseline onTheClassPath(Catalogue catalogue) {
        return resource(OWN, catalogue).orElse(NONE);
    }

    private static Optional<Baseline> resource(String name, Catalogue catalogue) {
        try (var text = Baseline.class.getResourceAsStream("/" + name)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(BaselineReader.read(
                            name, new String(text.readAllBytes(), StandardCharsets.UTF_8), catalogue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns it as the text of a file that {@link #read} understands. */
    public String text() {
        return BaselineText.of(this);
    }

    /** Returns the entry for a case; one that names the very case comes before one with a {@code *}. */
    public Optional<Entry> find(CaseId id) {
        var exact = entries.stream()
                .filter(entry -> entry.cases().equals(id.toString()))
                .findFirst();
        return exact.or(() -> entries.stream().filter(entry -> entry.covers(id)).findFirst());
    }
}
