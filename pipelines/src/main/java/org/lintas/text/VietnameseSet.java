package org.lintas.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The byte sets that Vietnamese was written in before Unicode. Most were sets of fonts, not of software: a page in one of
 * them says that it is windows-1252, so that what arrives is Latin text of the wrong letters.
 */
public enum VietnameseSet {
    TCVN3,
    VNI,
    VISCII,
    VPS,
    WINDOWS_1258;

    private final String[] single = new String[256];
    /** By first byte, then by second. */
    private final String[][] pairs = new String[256][];

    VietnameseSet() {
        for (List<String> row : WordTable.read(VietnameseSet.class, table(), 2)) {
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

    /** The table of the set, beside this class: bytes, code points. */
    public String table() {
        return "vietnamese/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
    }

    /** Text of this set that was read as windows-1252, in Unicode; marks that follow their letter are not composed. */
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
     * Whether a copyright sign stands by itself: it is what it looks like then, since the letters that fonts have in its
     * place are no words. (Other signs are: TCVN3 has a word in the place of the guillemet, VISCII of the middle dot.)
     */
    private static boolean isSymbol(String latin, int at) {
        return latin.charAt(at) == '\u00A9'
                && !(at > 0 && isOfWord(latin.charAt(at - 1)))
                && !(at + 1 < latin.length() && isOfWord(latin.charAt(at + 1)));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || (c >= 0x80 && c != '\u00A0' && Windows1252.code(c) >= 0);
    }

    /** Words in capitals have small letters where a tone is: their font draws those as capitals. */
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
