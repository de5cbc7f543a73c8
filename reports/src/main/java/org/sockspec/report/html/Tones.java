package org.sockspec.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockspec.report.Standing;

/** Maps standings to the CSS classes of their colours. */
final class Tones {
    private Tones() {}

    static String of(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Page.Count> counts(Map<Standing, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Page.Count(
                        of(entry.getKey()), entry.getValue(), entry.getKey().label(entry.getValue())))
                .toList();
    }
}
