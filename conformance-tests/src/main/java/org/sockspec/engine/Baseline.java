package org.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sockspec.catalogue.CaseId;
import org.sockspec.catalogue.Catalogue;

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
     * @param observed the outcome that is expected instead of an accepted one
     * @param reason why the implementation deviates
     */
    public record Entry(String cases, String observed, String reason) {
        /** Tells whether the entry is about this case. */
        public boolean covers(CaseId id) {
            return cases.equals(id.toString()) || cases.equals(id.clause() + "@*");
        }
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

    /** Returns the entry for a case; one that names the very case comes before one with a {@code *}. */
    public Optional<Entry> find(CaseId id) {
        var exact = entries.stream()
                .filter(entry -> entry.cases().equals(id.toString()))
                .findFirst();
        return exact.or(() -> entries.stream().filter(entry -> entry.covers(id)).findFirst());
    }
}
