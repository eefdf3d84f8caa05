package org.lintas.language;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Distinguishes languages in Myanmar script by the letters that Burmese does not use (Unicode Standard, chapter 16.3, Myanmar). The
 * text is in Unicode: Zawgyi puts forms of Burmese letters on the same code points.
 */
final class MyanmarScript {

    private static final String BURMESE = "my";

    /** Share of its own letters above which a text is in a neighbouring language; these have 5 % (Mon) to 40 % (Shan). */
    private static final double MIN_OWN = 0.02;

    private MyanmarScript() {}

    static String language(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x1000 && c < 0x10A0) {
                all++;
                String language = owner(c);
                if (!language.equals(BURMESE)) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue());
        return most.isPresent() && most.get().getValue() > MIN_OWN * all
                ? most.get().getKey()
                : BURMESE;
    }

    private static String owner(char c) {
        if (c == 0x1028 || (c >= 0x1033 && c <= 0x1035) || (c >= 0x105A && c <= 0x1060)) {
            return "mnw";
        }
        if (c >= 0x1061 && c <= 0x1064) {
            return "ksw";
        }
        if (c >= 0x1065 && c <= 0x1071) {
            return "pwo";
        }
        if (c >= 0x1072 && c <= 0x1074) {
            return "eky";
        }
        if (c == 0x1022 || (c >= 0x1075 && c <= 0x108D)) {
            return "shn";
        }
        return BURMESE;
    }
}
