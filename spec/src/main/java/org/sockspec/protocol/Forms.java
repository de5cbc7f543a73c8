package org.sockspec.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Bytes;
import org.sockspec.api.Control;
import org.sockspec.api.OptionValue;

/** The forms of all types that stand in a call or an outcome. */
final class Forms {
    static final Form BYTES = new BytesForm();

    private static final Map<Type, Form> KNOWN = new ConcurrentHashMap<>(Map.of(
            int.class, new NumberForm(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Integer.class, new NumberForm(Integer.MIN_VALUE, Integer.MAX_VALUE),
            long.class, new NumberForm(Long.MIN_VALUE, Long.MAX_VALUE),
            Long.class, new NumberForm(Long.MIN_VALUE, Long.MAX_VALUE),
            boolean.class, new Same(Boolean.class, "true or false"),
            String.class, new Same(String.class, "a string"),
            Bytes.class, BYTES,
            Address.class, new AddressForm(),
            OptionValue.class, new OptionForm(),
            Control.class, new ControlForm()));

    private Forms() {}

    static Form of(Type type) {
        var known = KNOWN.get(type);
        if (known == null) {
            known = make(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    static Form listOf(Type item) {
        return new ListForm(of(item));
    }

    private static Form make(Type type) {
        if (type instanceof ParameterizedType generic) {
            var item = of(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Set.class ? new SetForm(item) : new ListForm(item);
        }
        var simple = (Class<?>) type;
        if (simple.isEnum()) {
            return new NameForm(simple);
        }
        return simple.isSealed() ? new MemberForm(simple) : new RecordForm(simple);
    }

    /** Says what a value must be that is something else. */
    static ProtocolException mustBe(String where, String what, @Nullable Object plain) {
        return new ProtocolException("'" + where + "' must be " + what + ", not " + Json.excerpt(plain));
    }

    private static List<Object> items(Form item, Object plain, String where) {
        if (!(plain instanceof List<?> array)) {
            throw mustBe(where, "an array", plain);
        }
        var items = new ArrayList<Object>(array.size());
        for (var element : array) {
            if (element == null) {
                throw mustBe(where, "an array without null", plain);
            }
            items.add(item.read(element, where));
        }
        return items;
    }

    private record NumberForm(long min, long max) implements Form {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object plain, String where) {
            boolean integer = plain instanceof Integer || plain instanceof Long;
            long number = integer ? ((Number) plain).longValue() : 0;
            if (!integer || number < min || number > max) {
                throw mustBe(where, max == Long.MAX_VALUE ? "an integer" : "an integer of 32 bits", plain);
            }
            return max == Long.MAX_VALUE ? (Object) number : (Object) (int) number;
        }
    }

    private record Same(Class<?> type, String what) implements Form {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object plain, String where) {
            if (!type.isInstance(plain)) {
                throw mustBe(where, what, plain);
            }
            return plain;
        }
    }

    private static final class NameForm implements Form {
        private final Map<String, Object> constants;

        NameForm(Class<?> type) {
            constants = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        }

        @Override
        public Object write(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object read(Object plain, String where) {
            var constant = constants.get(plain);
            if (constant == null) {
                throw mustBe(
                        where,
                        "one of " + constants.keySet().stream().sorted().collect(Collectors.joining(", ")),
                        plain);
            }
            return constant;
        }
    }

    private record ListForm(Form item) implements Form {
        @Override
        public Object write(Object value) {
            return ((List<?>) value).stream().map(item::write).toList();
        }

        @Override
        public Object read(Object plain, String where) {
            return List.copyOf(items(item, plain, where));
        }
    }

    private record SetForm(Form item) implements Form {
        @Override
        public Object write(Object value) {
            return ((Set<?>) value).stream().map(item::write).toList();
        }

        @Override
        public Object read(Object plain, String where) {
            var items = items(item, plain, where);
            var set = new LinkedHashSet<>(items);
            if (set.size() < items.size()) {
                throw mustBe(where, "without repetition", plain);
            }
            return Collections.unmodifiableSet(set);
        }
    }
}
