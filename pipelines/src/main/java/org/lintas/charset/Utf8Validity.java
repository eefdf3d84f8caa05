package org.lintas.charset;

/**
 * Counts valid and invalid UTF-8 in bytes.
 *
 * @param sequences well-formed sequences of two bytes or more (Unicode Standard, table 3-7)
 * @param broken non-ASCII bytes outside such sequences; a sequence that is cut off at the end is not counted
 */
record Utf8Validity(int sequences, int broken) {

    /**
     * Well-formed sequences per broken byte for the broken byte to be an error in the page, not a sign of another
     * charset.
     */
    private static final int SEQUENCES_PER_BROKEN = 3;

    static Utf8Validity of(byte[] bytes) {
        int sequences = 0;
        int broken = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int wanted = length(bytes[i] & 0xFF);
            int found = 1;
            while (found < wanted && i + found < bytes.length && continues(bytes, i, found)) {
                found++;
            }
            if (found == wanted && wanted > 1) {
                sequences++;
            } else if (wanted == 1 || i + found < bytes.length) {
                broken += found;
            }
            i += found;
        }
        return new Utf8Validity(sequences, broken);
    }

    /**
     * Whether the bytes are UTF-8, possibly with errors: truncation at the end, a snippet in another charset. Text in a
     * legacy charset has occasional well-formed sequences, but never three per broken byte. A page whose only non-ASCII
     * byte is the last one was truncated: a complete page ends in a tag or a full stop.
     */
    boolean isUtf8() {
        return sequences >= (long) SEQUENCES_PER_BROKEN * broken;
    }

    /** The length of the sequence that a byte starts; 1 if it starts none. */
    private static int length(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
    }

    private static boolean continues(byte[] bytes, int start, int at) {
        int lead = bytes[start] & 0xFF;
        int b = bytes[start + at] & 0xFF;
        int from = 0x80;
        int to = 0xBF;
        if (at == 1) {
            // No overlong forms, no surrogates, nothing beyond U+10FFFF.
            from = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : from;
            to = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : to;
        }
        return b >= from && b <= to;
    }
}
