package org.sockspec.protocol;

import java.util.Base64;
import org.sockspec.api.Bytes;

/** Bytes travel in base64. */
final class BytesForm implements Form {
    @Override
    public Object write(Object value) {
        return Base64.getEncoder().encodeToString(((Bytes) value).toArray());
    }

    @Override
    public Bytes read(Object plain, String where) {
        if (plain instanceof String text && text.length() % 4 == 0) {
            try {
                return Bytes.of(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                throw new ProtocolException("'" + where + "' is not base64: " + e.getMessage(), e);
            }
        }
        throw Forms.mustBe(where, "bytes in base64 with padding", plain);
    }
}
