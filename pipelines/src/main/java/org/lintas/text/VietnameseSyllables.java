package org.lintas.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The possible syllables, i.e. written words, of Vietnamese. */
final class VietnameseSyllables {

    private static final String VOWELS = "aăâeêioôơuưy";
    /** Grave, hook, tilde, acute, dot below; only the last two occur in syllables that end in a stop. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final int FIRST_OF_STOPPED = 3;

    private static final Set<String> OPEN = new HashSet<>();
    private static final Set<String> STOPPED = new HashSet<>();
    /** Letters with a tone: the letter without it, and the index of the tone in {@link #TONES}. */
    private static final Map<Character, char[]> TONED = new HashMap<>();

    static {
        for (int i = 0; i < VOWELS.length(); i++) {
            char vowel = VOWELS.charAt(i);
            for (int tone = 0; tone < TONES.length(); tone++) {
                String letter = Normalizer.normalize("" + vowel + TONES.charAt(tone), Normalizer.Form.NFC);
                TONED.put(letter.charAt(0), new char[] {vowel, (char) tone});
            }
        }
        List<List<String>> rows = WordTable.read(VietnameseSyllables.class, "vietnamese/syllables.tsv", 2);
        Set<String> onsets = new HashSet<>(Set.of(""));
        for (List<String> row : rows) {
            if (row.get(0).equals("onset")) {
                onsets.addAll(List.of(row.get(1).split(" ")));
            }
        }
        for (List<String> row : rows) {
            if (!row.get(0).equals("onset")) {
                Set<String> syllables = row.get(0).equals("open") ? OPEN : STOPPED;
                for (String rhyme : row.get(1).split(" ")) {
                    onsets.forEach(onset -> syllables.add(onset + rhyme));
                }
            }
        }
    }

    private VietnameseSyllables() {}

    /** Whether a word, in lower case and NFC, can be a syllable. */
    static boolean contain(String word) {
        int tone = -1;
        var plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char[] toned = word.charAt(i) < 0x80 ? null : TONED.get(word.charAt(i));
            if (toned != null && tone >= 0) {
                return false;
            }
            tone = toned == null ? tone : toned[1];
            plain.append(toned == null ? word.charAt(i) : toned[0]);
        }
        String letters = plain.toString();
        return OPEN.contains(letters) || ((tone < 0 || tone >= FIRST_OF_STOPPED) && STOPPED.contains(letters));
    }
}
