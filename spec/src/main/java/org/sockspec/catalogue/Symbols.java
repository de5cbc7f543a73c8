package org.sockspec.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Names of enum constants as files spell them. */
final class Symbols {
    private Symbols() {}

    /** Returns the name in kebab-case. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Maps each constant's symbol to the constant, in the order of declaration. */
    static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        return map(Symbols::of, type.getEnumConstants());
    }

    @SafeVarargs
    static <E> Map<String, E> map(Function<? super E, String> symbol, E... constants) {
        var symbols = new LinkedHashMap<String, E>();
        for (E constant : constants) {
            symbols.put(symbol.apply(constant), constant);
        }
        return Collections.unmodifiableMap(symbols);
    }
}
