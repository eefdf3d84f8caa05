package org.lintas.text;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * windows-1252 as browsers decode it: every byte is a character, the five undefined ones are C1 controls (WHATWG
 * Encoding Standard, index windows-1252). So decoded text can be converted back to its bytes, which is needed to detect
 * text in font encodings.
 */
public final class Windows1252 {

    private static final char[] CHARS = new char[256];
    private static final short[] CODES = new short[0x2200];

    static {
        Charset jdk = Charset.forName("windows-1252");
        Arrays.fill(CODES, (short) -1);
        for (int code = 0; code < 256; code++) {
            char c = new String(new byte[] {(byte) code}, jdk).charAt(0);
            CHARS[code] = c == '\uFFFD' ? (char) code : c;
            CODES[code] = (short) code;
        }
        for (int code = 0x80; code < 0xA0; code++) {
            CODES[CHARS[code]] = (short) code;
        }
    }

    private Windows1252() {}

    /** Decodes bytes, one character per byte. */
    public static String decode(byte[] bytes) {
        var chars = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            chars[i] = CHARS[bytes[i] & 0xFF];
        }
        return new String(chars);
    }

    /** The byte of a character, 0 to 255, or -1 if it is not encodable; a C1 control is its own byte. */
    static int code(char c) {
        return c < CODES.length ? CODES[c] : -1;
    }
}
