package org.sockspec.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Why there are answers that no case looks at: the file {@code unasserted.yaml}. */
public final class Unasserted {
    private static final String FILE = "unasserted.yaml";

    private final List<Entry> entries;

    private Unasserted(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One reason.
     *
     * @param changes the kinds of change, where {@code *} stands for any letters
     * @param until the clause whose test will look at the answer, or null if none ever will
     */
    public record Entry(
            String changes, String reason, @Nullable String until) {
        /** Tells whether this is about a kind of change. */
        public boolean covers(String kind) {
            return Pattern.matches("\\Q" + changes.replace("*", "\\E.*\\Q") + "\\E", kind);
        }

        @Override
        public String toString() {
            return until == null ? reason : reason + " (`" + until + "`)";
        }
    }

    /** Returns the reasons that this suite gives. */
    @SuppressWarnings("unchecked")
    public static Unasserted own() {
        try (InputStream file = Objects.requireNonNull(Unasserted.class.getResourceAsStream(FILE), FILE)) {
            var items = (List<Map<String, String>>)
                    new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(file);
            return new Unasserted(items.stream()
                    .map(item -> new Entry(
                            Objects.requireNonNull(item.get("changes"), "changes"),
                            Objects.requireNonNull(item.get("reason"), "reason"),
                            item.get("until")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first reason for a kind of change, if there is one. */
    public Optional<Entry> of(String kind) {
        return entries.stream().filter(entry -> entry.covers(kind)).findFirst();
    }

    /** Returns every reason. */
    public List<Entry> entries() {
        return entries;
    }
}
