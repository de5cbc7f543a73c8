package org.sockspec.catalogue;

import java.util.Map;
import java.util.regex.Pattern;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;

/** Names a case: a clause in one domain and one type, written {@code connect.refused.no-listener@inet.stream}. */
public record CaseId(String clause, Domain domain, SocketType type) {
    private static final Pattern FORM = Pattern.compile("([^@]+)@([a-z0-9]+)\\.([a-z]+)");

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is not of that form; the message says what is wrong
     */
    public static CaseId parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a case id; write CLAUSE@DOMAIN.TYPE, such as"
                    + " connect.refused.no-listener@inet.stream");
        }
        var domain = ShortNames.domain(parts.group(2)).orElseThrow(() -> unknown(text, "domain", ShortNames.DOMAINS));
        var type = ShortNames.type(parts.group(3)).orElseThrow(() -> unknown(text, "type", ShortNames.TYPES));
        return new CaseId(parts.group(1), domain, type);
    }

    private static IllegalArgumentException unknown(String text, String part, Map<String, ?> known) {
        return new IllegalArgumentException("\"" + text + "\" is not a case id: its " + part + " must be one of "
                + String.join(", ", known.keySet()));
    }

    @Override
    public String toString() {
        return clause + "@" + ShortNames.of(domain) + "." + ShortNames.of(type);
    }
}
