package org.sockspec.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names a message by eight letters that stay the same where only numbers and paths in it differ. */
public final class Fingerprint {
    private static final int BYTES = 4;

    private Fingerprint() {}

    /** Returns the fingerprint of what a case says about its verdict. */
    public static String of(@Nullable String detail) {
        var text = String.valueOf(detail).replaceAll("/[^\\s,;)\"]+", "/").replaceAll("-?[0-9]+", "0");
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
