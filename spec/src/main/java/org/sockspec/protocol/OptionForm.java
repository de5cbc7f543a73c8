package org.sockspec.protocol;

import java.util.Map;
import java.util.Set;
import org.sockspec.api.OptionValue;

/** An option value travels as a number, a name, or an object for a struct linger or timeval. */
final class OptionForm implements Form {
    @Override
    public Object write(Object value) {
        if (value instanceof OptionValue.Number number) {
            return number.value();
        }
        if (value instanceof OptionValue.Symbol symbol) {
            return symbol.name();
        }
        if (value instanceof OptionValue.Linger linger) {
            return Map.of("on", linger.on(), "seconds", linger.seconds());
        }
        return Map.of("micros", ((OptionValue.Timeout) value).micros());
    }

    @Override
    public OptionValue read(Object plain, String where) {
        if (plain instanceof Number) {
            return new OptionValue.Number((int) Forms.of(int.class).read(plain, where));
        }
        if (plain instanceof String name) {
            return new OptionValue.Symbol(name);
        }
        if (!(plain instanceof Map)) {
            throw Forms.mustBe(where, "an integer, a name or an object", plain);
        }
        var in = Members.of(plain, where);
        if (in.has("micros")) {
            in.only(Set.of("micros"));
            return new OptionValue.Timeout(in.number("micros"));
        }
        in.only(Set.of("on", "seconds"));
        return new OptionValue.Linger(in.flag("on"), in.integer("seconds"));
    }
}
