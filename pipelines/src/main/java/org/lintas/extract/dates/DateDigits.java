package org.lintas.extract.dates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Converts the numbers of a date to ASCII digits: native digits of any script, and Chinese numerals before their units. */
final class DateDigits {

    private static final Pattern CHINESE = Pattern.compile("[〇零○一二三四五六七八九十廿]{1,6}(?=\\s?[年月日號号時时點点分])");

    private static final String DIGITS = "〇一二三四五六七八九";

    private DateDigits() {}

    static String ascii(String text) {
        StringBuilder plain = plain(text);
        return hasUnits(plain)
                ? CHINESE.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(chinese(match.group())))
                : plain.toString();
    }

    /** Where each UTF-16 unit of {@link #ascii}, and its end, is in the text: a numeral may become longer or shorter. */
    static int[] offsets(String text) {
        StringBuilder plain = plain(text);
        if (!hasUnits(plain)) {
            return IntStream.rangeClosed(0, plain.length()).toArray();
        }
        var offsets = IntStream.builder();
        Matcher numeral = CHINESE.matcher(plain);
        int at = 0;
        while (numeral.find()) {
            IntStream.range(at, numeral.start()).forEach(offsets::add);
            int length = chinese(numeral.group()).length();
            for (int i = 0; i < length; i++) {
                offsets.add(Math.min(numeral.start() + i, numeral.end() - 1));
            }
            at = numeral.end();
        }
        IntStream.rangeClosed(at, plain.length()).forEach(offsets::add);
        return offsets.build().toArray();
    }

    private static boolean hasUnits(StringBuilder plain) {
        return plain.indexOf("年") >= 0 || plain.indexOf("月") >= 0;
    }

    private static StringBuilder plain(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c > 0x7F ? Character.digit(c, 10) : -1;
            out.append(digit >= 0 ? (char) ('0' + digit) : c == '：' ? ':' : c == '\u00A0' ? ' ' : c);
        }
        return out;
    }

    /** 二〇二四 digit by digit, 三十一 by tens. */
    private static String chinese(String numeral) {
        String plain = numeral.replace('零', '〇').replace('○', '〇').replace("廿", "二十");
        int ten = plain.indexOf('十');
        if (ten < 0) {
            var digits = new StringBuilder();
            plain.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            return digits.toString();
        }
        if (ten > 1 || plain.length() > ten + 2 || plain.indexOf('十', ten + 1) >= 0) {
            return numeral;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(0));
        int ones = ten == plain.length() - 1 ? 0 : DIGITS.indexOf(plain.charAt(ten + 1));
        return Integer.toString(10 * tens + ones);
    }
}
