package org.sockspec.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One of several records with one component each travels as an object whose only member tells which. */
final class MemberForm implements Form {
    private final Map<String, RecordForm> records = new TreeMap<>();

    MemberForm(Class<?> sealed) {
        Arrays.stream(sealed.getPermittedSubclasses())
                .forEach(type -> records.put(memberOf(type), (RecordForm) Forms.of(type)));
    }

    private static String memberOf(Class<?> type) {
        return type.getRecordComponents()[0].getName();
    }

    @Override
    public Object write(Object value) {
        return Objects.requireNonNull(records.get(memberOf(value.getClass()))).write(value);
    }

    @Override
    public Object read(Object plain, String where) {
        if (plain instanceof Map<?, ?> object && object.size() == 1) {
            var record = records.get(object.keySet().iterator().next());
            if (record != null) {
                return record.read(plain, where);
            }
        }
        throw Forms.mustBe(where, "an object with one member, " + String.join(" or ", records.keySet()), plain);
    }
}
