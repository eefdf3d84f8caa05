package org.lintas.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The legacy charsets of Vietnamese. Most are font encodings: their pages declare windows-1252, so that decoding yields
 * Latin text with the wrong letters.
 */
public enum VietnameseCharset {
    TCVN3,
    VNI,
    VISCII,
    VPS,
    WINDOWS_1258;

    private final String[] single = new String[256];
    /** By first byte, then by second. */
    private final String[][] pairs = new String[256][];

    VietnameseCharset() {
        for (List<String> row : WordTable.read(VietnameseCharset.class, table(), 2)) {
            String letters = Arrays.stream(row.get(1).split(" "))
                    .map(codePoint -> Character.toString(Integer.parseInt(codePoint.substring(2), 16)))
                    .reduce("", String::concat);
            int first = Integer.parseInt(row.get(0).substring(0, 2), 16);
            if (row.get(0).length() == 2) {
                single[first] = letters;
            } else {
                pairs[first] = pairs[first] == null ? new String[256] : pairs[first];
                pairs[first][Integer.parseInt(row.get(0).substring(3), 16)] = letters;
            }
        }
    }

    /** Name of the resource with the mapping from bytes to code points. */
    public String table() {
        return "vietnamese/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
    }

    /** Converts text of this charset that was decoded as windows-1252 to Unicode; combining marks are not composed. */
    public String decode(String latin) {
        var out = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            int code = Windows1252.code(c);
            int next = i + 1 < latin.length() ? Windows1252.code(latin.charAt(i + 1)) : -1;
            if (code >= 0 && next >= 0 && pairs[code] != null && pairs[code][next] != null) {
                out.append(pairs[code][next]);
                i++;
            } else if (code >= 0 && single[code] != null && !isSymbol(latin, i)) {
                out.append(single[code]);
            } else {
                out.append(c);
            }
        }
        return this == TCVN3 ? withCapitals(out) : out.toString();
    }

    /**
     * Whether a character is a copyright sign on its own. Then it is a real copyright sign, since the letters at this
     * code are not words by themselves. (Other signs may be words: TCVN3 has a word at the code of the guillemet,
     * VISCII at that of the middle dot.)
     */
    private static boolean isSymbol(String latin, int at) {
        return latin.charAt(at) == '\u00A9'
                && !(at > 0 && isOfWord(latin.charAt(at - 1)))
                && !(at + 1 < latin.length() && isOfWord(latin.charAt(at + 1)));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || (c >= 0x80 && c != '\u00A0' && Windows1252.code(c) >= 0);
    }

    /** Words in capitals are encoded with small letters for vowels with tones, which the font draws as capitals. */
    private static String withCapitals(StringBuilder text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            int capitals = 0;
            boolean small = false;
            for (int j = start; j < i; j++) {
                char c = text.charAt(j);
                capitals += Character.isUpperCase(c) ? 1 : 0;
                small |= c < 0x80 && Character.isLowerCase(c);
            }
            if (capitals >= 2 && !small && capitals < i - start) {
                for (int j = start; j < i; j++) {
                    text.setCharAt(j, Character.toUpperCase(text.charAt(j)));
                }
            }
            start = i + 1;
        }
        return text.toString();
    }
}
