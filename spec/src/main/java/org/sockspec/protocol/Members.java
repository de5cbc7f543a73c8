package org.sockspec.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;

/** The members of an object that has come, read one by one. */
final class Members {
    private static final Form INTEGERS = Forms.listOf(int.class);

    private final Map<?, ?> object;
    private final String where;

    private Members(Map<?, ?> object, String where) {
        this.object = object;
        this.where = where;
    }

    static Members of(Object plain, String where) {
        if (plain instanceof Map<?, ?> object) {
            return new Members(object, where);
        }
        throw Forms.mustBe(where, "an object", plain);
    }

    /** Refuses members that are not among these. */
    Members only(Set<String> known) {
        for (var name : object.keySet()) {
            if (!known.contains(name)) {
                throw new ProtocolException("there is no member '" + path(String.valueOf(name)) + "'");
            }
        }
        return this;
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    String text(String name) {
        return (String) get(name, String.class);
    }

    /** Reads a port, in host order. */
    int port(String name) {
        int port = integer(name);
        if (port < 0 || port > 65_535) {
            throw Forms.mustBe(path(name), "from 0 to 65535", port);
        }
        return port;
    }

    long number(String name) {
        return (long) get(name, long.class);
    }

    int integer(String name) {
        return (int) get(name, int.class);
    }

    boolean flag(String name) {
        return (boolean) get(name, boolean.class);
    }

    Domain domain(String name) {
        return (Domain) get(name, Domain.class);
    }

    Bytes bytes(String name) {
        return (Bytes) get(name, Bytes.class);
    }

    @SuppressWarnings("unchecked")
    List<Integer> integers(String name) {
        return (List<Integer>) get(name, INTEGERS);
    }

    Object get(String name, Form form) {
        return form.read(member(name), path(name));
    }

    private Object get(String name, Class<?> type) {
        return get(name, Forms.of(type));
    }

    private Object member(String name) {
        var member = object.get(name);
        if (member == null) {
            throw new ProtocolException("'" + path(name) + "' is missing");
        }
        return member;
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
