package org.sockspec.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;

/** An address travels as an object whose family says which members it has; see spec/protocol.md, Addresses. */
final class AddressForm implements Form {
    private static final Set<String> WRONG = Set.of("asFamily", "length");

    @Override
    public Map<String, Object> write(Object value) {
        var object = new LinkedHashMap<String, Object>();
        if (value instanceof Address.Inet inet) {
            object.put("family", "AF_INET");
            object.put("host", inet.host());
            object.put("port", inet.port());
        } else if (value instanceof Address.Inet6 inet6) {
            object.put("family", "AF_INET6");
            object.put("host", inet6.host());
            object.put("port", inet6.port());
            if (inet6.scope() != 0) {
                object.put("scope", inet6.scope());
            }
        } else if (value instanceof Address.UnixPath unix) {
            object.put("family", "AF_UNIX");
            object.put("path", unix.path());
        } else if (value instanceof Address.UnixAbstract unix) {
            object.put("family", "AF_UNIX");
            object.put("abstract", Forms.BYTES.write(unix.name()));
        } else if (value instanceof Address.UnixUnnamed) {
            object.put("family", "AF_UNIX");
        } else if (value instanceof Address.Unspec) {
            object.put("family", "AF_UNSPEC");
        } else if (value instanceof Address.Malformed malformed) {
            object.putAll(write(malformed.of()));
            if (malformed.family() != null) {
                object.put("asFamily", malformed.family().name());
            }
            if (malformed.length() != null) {
                object.put("length", malformed.length());
            }
        }
        return object;
    }

    @Override
    public Address read(Object plain, String where) {
        var in = Members.of(plain, where);
        var right = wellFormed(in, where);
        var family = in.has("asFamily") ? in.domain("asFamily") : null;
        var length = in.has("length") ? (Integer) in.integer("length") : null;
        return family == null && length == null ? right : new Address.Malformed(right, family, length);
    }

    private static Address wellFormed(Members in, String where) {
        if (!in.has("family")) {
            in.only(WRONG);
            return new Address.Null();
        }
        return switch (in.domain("family")) {
            case AF_INET -> {
                in.only(Set.of("family", "host", "port", "asFamily", "length"));
                yield new Address.Inet(in.text("host"), in.port("port"));
            }
            case AF_INET6 -> {
                in.only(Set.of("family", "host", "port", "scope", "asFamily", "length"));
                yield new Address.Inet6(in.text("host"), in.port("port"), in.has("scope") ? in.integer("scope") : 0);
            }
            case AF_UNIX -> unix(in);
            case AF_UNSPEC -> {
                in.only(Set.of("family", "asFamily", "length"));
                yield new Address.Unspec();
            }
            case AF_UNKNOWN ->
                throw Forms.mustBe(
                        where + ".family", "AF_INET, AF_INET6, AF_UNIX or AF_UNSPEC", Domain.AF_UNKNOWN.name());
        };
    }

    private static Address unix(Members in) {
        in.only(Set.of("family", "path", "abstract", "asFamily", "length"));
        if (in.has("path")) {
            return new Address.UnixPath(in.text("path"));
        }
        return in.has("abstract") ? new Address.UnixAbstract(in.bytes("abstract")) : new Address.UnixUnnamed();
    }
}
