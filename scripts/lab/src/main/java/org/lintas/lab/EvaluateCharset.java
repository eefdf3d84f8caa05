package org.lintas.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.myanmartools.TransliterateU2Z;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.lintas.charset.PageCharset;
import org.lintas.text.LegacyVietnamese;
import org.lintas.text.VietnameseCharset;
import org.lintas.text.Zawgyi;

/**
 * Writes articles as pages in every charset that can carry them, without a declaration and with wrong ones, and counts the
 * pages that are read as they were written. The encoding tables are those of the decoder, so that this finds wrong
 * decisions, not wrong tables: those are checked in tests against words as they are known from documents.
 *
 * <p>Usage: {@code EvaluateCharset ARTICLES [ZAWGYI_TSV]}: a folder of {@code LANG.jsonl.gz} with a field {@code text}, and
 * lines of {@code zawgyi|unicode}, source, text.
 */
public final class EvaluateCharset {

    private static final int ARTICLES = 1_000;
    private static final int SHORT = 300;
    private static final int MIN_LONG = 1_000;

    private static final List<String> LANGUAGES =
            List.of("id", "ms", "tl", "en", "vi", "th", "km", "lo", "my", "zh", "ta");

    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern REFERENCE = Pattern.compile("&#(\\d{2,7});");
    private static final TransliterateU2Z TO_ZAWGYI = new TransliterateU2Z("Unicode to Zawgyi");
    private static final Transliterator FROM_ZAWGYI = Transliterator.getInstance("Zawgyi-my");
    private static final Map<VietnameseCharset, VietnameseEncoder> ENCODERS = Stream.of(VietnameseCharset.values())
            .collect(Collectors.toMap(
                    set -> set, VietnameseEncoder::new, (a, b) -> a, () -> new EnumMap<>(VietnameseCharset.class)));

    /** Characters outside ASCII from which a page shows its charset. */
    private static final int MIN_HIGH = 12;

    /** A page as bytes, and what it says. */
    private static final class Written {
        private final byte[] bytes;
        private final String text;

        Written(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }
    }

    /** Right and all: long pages, short pages. */
    private final Map<String, int[]> rows = new LinkedHashMap<>();

    private EvaluateCharset() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: EvaluateCharset ARTICLES [ZAWGYI_TSV]");
        }
        var evaluation = new EvaluateCharset();
        int turned = 0;
        for (String language : LANGUAGES) {
            List<String> texts = texts(Path.of(args[0], language + ".jsonl.gz"));
            texts.forEach(text -> evaluation.pages(language, text));
            if (!language.equals("vi")) {
                turned += (int) texts.stream()
                        .flatMap(String::lines)
                        .filter(line -> !LegacyVietnamese.toUnicode(line).equals(line))
                        .count();
            }
        }
        System.out.printf("%-34s %14s %7s %14s %7s%n", "language, charset, declared", "long", "%", "short", "%");
        evaluation.rows.forEach((row, n) -> System.out.printf(
                Locale.ROOT,
                "%-34s %6d /%6d %7.2f %6d /%6d %7.2f%n",
                row,
                n[0],
                n[1],
                100.0 * n[0] / Math.max(1, n[1]),
                n[2],
                n[3],
                100.0 * n[2] / Math.max(1, n[3])));
        int latin = evaluation.rows.entrySet().stream()
                .filter(row -> row.getKey().contains("windows-1252"))
                .mapToInt(row -> row.getValue()[1] + row.getValue()[3] - row.getValue()[0] - row.getValue()[2])
                .sum();
        System.out.printf("Latin pages turned to another charset: %d%n", latin);
        System.out.printf("lines of other languages turned to Vietnamese: %d%n", turned);
        if (args.length == 2) {
            zawgyi(Path.of(args[1]));
        }
    }

    private static List<String> texts(Path file) throws IOException {
        var mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && texts.size() < ARTICLES; line = lines.readLine()) {
                String text = mapper.readTree(line).path("text").asText("").strip();
                if (text.length() >= MIN_LONG) {
                    texts.add(Normalizer.normalize(text.replace('<', ' '), Normalizer.Form.NFC));
                }
            }
        }
        return texts;
    }

    private void pages(String language, String text) {
        if (language.equals("my") && Zawgyi.isZawgyi(text)) {
            return;
        }
        count(language, "UTF-8", text, EvaluateCharset::utf8, "", "iso-8859-1", "tis-620", "gb2312");
        count(language, "UTF-8 clipped", text, EvaluateCharset::clipped, "", "iso-8859-1", "gb2312");
        count(language, "UTF-8 with a Latin byte", text, EvaluateCharset::withLatinByte, "", "iso-8859-1");
        count(language, "UTF-16LE", text, in(StandardCharsets.UTF_16LE), "", "utf-8");
        count(language, "UTF-16BE", text, in(StandardCharsets.UTF_16BE), "", "iso-8859-1");
        switch (language) {
            case "th" -> count(language, "windows-874", text, in(THAI), "", "tis-620", "iso-8859-1", "utf-8", "gb2312");
            case "zh" -> {
                count(language, "GB18030", text, in(GB18030), "", "gb2312", "iso-8859-1", "utf-8", "big5", "tis-620");
                count(language, "Big5", text, in(BIG5), "", "big5", "iso-8859-1", "utf-8", "gb2312", "tis-620");
            }
            case "vi" ->
                ENCODERS.forEach((set, encoder) -> count(
                        language,
                        set.name(),
                        text,
                        page -> Optional.of(new Written(encoder.encode(page), page)),
                        "",
                        "iso-8859-1",
                        "utf-8",
                        "x-user-defined",
                        "tis-620",
                        "windows-1258"));
            case "my" -> count(language, "Zawgyi", text, EvaluateCharset::inZawgyi, "", "iso-8859-1");
            case "id", "ms", "tl", "en" ->
                count(language, "windows-1252", curly(text), in(WINDOWS_1252), "", "iso-8859-1", "utf-8");
            default -> {}
        }
    }

    /** Counts a text, long and short, under each declaration; an empty one is none. */
    private void count(
            String language,
            String set,
            String text,
            Function<String, Optional<Written>> writer,
            String... declarations) {
        String brief = text.substring(0, text.offsetByCodePoints(0, SHORT));
        for (String declared : declarations) {
            String row = language + " " + set + (declared.isEmpty() ? "" : ", " + declared);
            int[] n = rows.computeIfAbsent(row, any -> new int[4]);
            writer.apply(page(text)).ifPresent(page -> add(n, 0, page, declared));
            writer.apply(page(brief)).ifPresent(page -> add(n, 2, page, declared));
        }
    }

    private static void add(int[] n, int at, Written page, String declared) {
        String found = plain(PageCharset.decode(page.bytes, declared.isEmpty() ? null : declared));
        boolean right = found.equalsIgnoreCase(plain(page.text));
        n[at] += right ? 1 : 0;
        n[at + 1]++;
    }

    private static String page(String text) {
        return "<html><head><title>Arsip</title><script>var a = 1;</script></head><body>\n<p>"
                + text.replace("\n", "</p>\n<p>") + "</p>\n</body></html>\n";
    }

    /** Text to compare: composed, without references to characters. */
    private static String plain(String page) {
        String text = REFERENCE
                .matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))));
        // The digit zero is often typed for the letter wa; the converter of Zawgyi puts that right.
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u1040', '\u101D');
    }

    private static String curly(String text) {
        return text.replaceAll("\"(?=\\w)", "\u201C").replace('"', '\u201D').replace('\'', '\u2019');
    }

    private static Optional<Written> utf8(String page) {
        return Optional.of(new Written(page.getBytes(StandardCharsets.UTF_8), page));
    }

    /** The page, cut off in the middle of its last character that has more than one byte. */
    private static Optional<Written> clipped(String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        int end = bytes.length - 1;
        while (end > 0 && (bytes[end] & 0xC0) != 0x80) {
            end--;
        }
        int start = end;
        while (start > 0 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(new Written(
                        Arrays.copyOf(bytes, end), new String(bytes, 0, start, StandardCharsets.UTF_8) + "\uFFFD"));
    }

    /** The page with a lone byte of windows-1252 in its middle. */
    private static Optional<Written> withLatinByte(String page) {
        int middle = page.offsetByCodePoints(0, page.codePointCount(0, page.length()) / 2);
        String text = page.substring(0, middle) + "\uFFFD " + page.substring(middle);
        byte[] bytes = text.replace('\uFFFD', '\u0001').getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 1 ? (byte) 0xE9 : bytes[i];
        }
        return text.chars().filter(c -> c >= 0x80).count() < MIN_HIGH
                ? Optional.empty()
                : Optional.of(new Written(bytes, text));
    }

    private static Optional<Written> inZawgyi(String page) {
        String zawgyi = TO_ZAWGYI.convert(page);
        return Optional.of(new Written(zawgyi.getBytes(StandardCharsets.UTF_8), FROM_ZAWGYI.transliterate(zawgyi)));
    }

    /** Pages in a charset of Java, where it has all their characters. */
    private static Function<String, Optional<Written>> in(Charset charset) {
        return page -> charset.newEncoder().canEncode(page)
                ? Optional.of(new Written(page.getBytes(charset), page))
                : Optional.empty();
    }

    private static void zawgyi(Path file) throws IOException {
        List<String[]> lines = Files.readAllLines(file).stream()
                .map(line -> line.split("\t"))
                .filter(columns -> columns.length == 3)
                .toList();
        Set<String> references = lines.stream()
                .filter(columns -> columns[0].equals("unicode"))
                .map(columns -> letters(columns[2]))
                .collect(Collectors.toSet());
        Map<String, int[]> groups = new TreeMap<>();
        for (String[] columns : lines) {
            int[] n = groups.computeIfAbsent(columns[0] + ", " + columns[1], any -> new int[4]);
            String unicode = Zawgyi.toUnicode(columns[2]);
            boolean turned = !unicode.equals(columns[2]);
            n[0]++;
            n[1] += turned == columns[0].equals("zawgyi") ? 1 : 0;
            n[2] += turned && Zawgyi.isZawgyi(unicode) ? 1 : 0;
            n[3] += turned && references.contains(letters(unicode)) ? 1 : 0;
        }
        System.out.println(
                "Zawgyi lines by label and source: all, told right, still Zawgyi after repair, equal to a reference");
        groups.forEach((group, n) -> System.out.printf("%-64s %s%n", group, Arrays.toString(n)));
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u200B\u104A\u104B.]", "");
    }
}
