package org.sockspec.protocol;

import java.util.Map;
import java.util.Set;
import org.sockspec.api.Control;

/** A control message travels as its descriptors, or as a name and its bytes. */
final class ControlForm implements Form {
    @Override
    public Object write(Object value) {
        if (value instanceof Control.Rights rights) {
            return Map.of("rights", rights.fds());
        }
        var other = (Control.Other) value;
        return Map.of("name", other.name(), "data", Forms.BYTES.write(other.data()));
    }

    @Override
    public Control read(Object plain, String where) {
        var in = Members.of(plain, where);
        if (in.has("rights")) {
            in.only(Set.of("rights"));
            return new Control.Rights(in.integers("rights"));
        }
        in.only(Set.of("name", "data"));
        return new Control.Other(in.text("name"), in.bytes("data"));
    }
}
