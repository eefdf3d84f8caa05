package org.lintas.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** A new digest, for incremental input. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return hexOf(digest().digest(bytes));
    }

    /** 64 lower-case hexadecimal digits of the UTF-8 form of a text. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hexadecimal digits of a computed digest. */
    public static String hexOf(byte[] finished) {
        return HexFormat.of().formatHex(finished);
    }
}
