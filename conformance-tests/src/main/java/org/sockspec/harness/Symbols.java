package org.sockspec.harness;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.api.OptionValue;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;

/** What an outcome is called in the catalogue. */
final class Symbols {
    private static final String SUCCESS = "success";

    private Symbols() {}

    /** Returns all names of an outcome; getsockopt() is known by the value it read, not by its 0. */
    static List<String> of(Outcome outcome) {
        if (!(outcome instanceof Returned returned)) {
            return List.of(outcome.toString());
        }
        if (returned.option() instanceof OptionValue.Number number) {
            return List.of(Integer.toString(number.value()), SUCCESS);
        }
        if (returned.option() instanceof OptionValue.Symbol symbol) {
            return List.of(symbol.name(), SUCCESS);
        }
        var symbols = new ArrayList<>(List.of(Long.toString(returned.value()), SUCCESS));
        if (returned.revents() != null) {
            returned.revents().get(0).forEach(event -> symbols.add(event.name()));
        }
        return symbols;
    }
}
