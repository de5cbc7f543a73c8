package org.sockspec.engine;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Argument;
import org.sockspec.api.Call;
import org.sockspec.protocol.Codec;

/** Renders calls the way C writes them. */
final class Rendering {
    private Rendering() {}

    static String call(Call call) {
        if (call instanceof Call.Raw raw) {
            return raw.arguments().stream()
                    .map(Argument::toString)
                    .collect(Collectors.joining(", ", raw.function() + "(", ")"));
        }
        return Stream.of(call.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return text(component.getAccessor().invoke(call));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(", ", call.method() + "(", ")"));
    }

    static String json(Call call) {
        return Codec.text(Codec.parameters(call));
    }

    private static String text(@Nullable Object argument) {
        if (argument instanceof Collection<?> items) {
            return items.isEmpty()
                    ? "0"
                    : items.stream().map(Rendering::text).sorted().collect(Collectors.joining("|"));
        }
        return argument == null ? "NULL" : String.valueOf(argument);
    }
}
