package org.lintas.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.text.VietnameseCharset;
import org.lintas.text.WordTable;

/** Writes text in a Vietnamese byte set as its users did: what the set lacks as windows-1252 or as a character reference. */
final class VietnameseEncoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private final Map<String, byte[]> codes = new HashMap<>();
    private final boolean[] taken = new boolean[256];

    VietnameseEncoder(VietnameseCharset set) {
        for (List<String> row : WordTable.read(VietnameseCharset.class, set.table(), 2)) {
            String[] hex = row.get(0).split(" ");
            var code = new byte[hex.length];
            for (int i = 0; i < hex.length; i++) {
                code[i] = (byte) Integer.parseInt(hex[i], 16);
                taken[code[i] & 0xFF] |= code[i] < 0;
            }
            codes.putIfAbsent(Character.toString(Integer.parseInt(row.get(1).substring(2), 16)), code);
        }
    }

    /** The bytes of a text in NFC. */
    byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(codePoint -> out.writeBytes(encode(codePoint)));
        return out.toByteArray();
    }

    private byte[] encode(int codePoint) {
        String letter = Character.toString(codePoint);
        String small = letter.toLowerCase(Locale.ROOT);
        if (codePoint < 0x80) {
            return new byte[] {(byte) codePoint};
        }
        if (codes.containsKey(letter)) {
            return codes.get(letter);
        }
        byte[] parts = inParts(letter);
        if (parts != null) {
            return parts;
        }
        byte[] latin = letter.getBytes(WINDOWS_1252);
        if (latin[0] != '?' && !taken[latin[0] & 0xFF]) {
            return latin;
        }
        // A set without capitals has fonts that draw its small letters large.
        return codes.containsKey(small)
                ? codes.get(small)
                : ("&#" + codePoint + ";").getBytes(StandardCharsets.US_ASCII);
    }

    /** A letter and the tone that follows it, where the set has combining tones; else null. */
    private byte[] inParts(String letter) {
        String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
        for (int i = 0; i < TONES.length(); i++) {
            String tone = TONES.substring(i, i + 1);
            byte[] code = codes.get(tone);
            if (code != null && apart.contains(tone)) {
                String base = Normalizer.normalize(apart.replace(tone, ""), Normalizer.Form.NFC);
                byte[] first = codes.getOrDefault(base, base.getBytes(WINDOWS_1252));
                return new byte[] {first[0], code[0]};
            }
        }
        return null;
    }
}
