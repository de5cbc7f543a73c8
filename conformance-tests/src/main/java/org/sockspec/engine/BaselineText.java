package org.sockspec.engine;

import org.jspecify.annotations.Nullable;

/** Writes a baseline the way its reader wants it. */
final class BaselineText {
    private final StringBuilder text = new StringBuilder();

    private BaselineText() {}

    static String of(Baseline baseline) {
        var writer = new BaselineText();
        writer.field("", "implementation", baseline.implementation());
        writer.text.append("deviations:").append(baseline.entries().isEmpty() ? " []\n" : "\n");
        baseline.entries().forEach(writer::entry);
        return writer.text.toString();
    }

    private void entry(Baseline.Entry entry) {
        field("  - ", "cases", entry.cases());
        field(
                "    ",
                "verdict",
                entry.verdict() == null ? null : entry.verdict().symbol());
        field("    ", "observed", entry.observed());
        field("    ", "fingerprint", entry.fingerprint());
        field("    ", "platform", entry.platform());
        field("    ", "version", entry.version());
        field(
                "    ",
                "expires",
                entry.expires() == null ? null : entry.expires().toString());
        field("    ", "reason", entry.reason());
    }

    private void field(String indent, String name, @Nullable String value) {
        if (value != null) {
            text.append(indent).append(name).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
