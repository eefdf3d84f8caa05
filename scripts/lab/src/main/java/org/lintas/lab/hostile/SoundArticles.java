package org.lintas.lab.hostile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes articles that a build has to find whatever stands beside them. Each text opens with a mark of letters that no other one has, by which it is
 * known again in the articles of a corpus.
 */
final class SoundArticles {

    private static final Pattern MARK = Pattern.compile("\\btanda([a-z]{6})q\\b");

    private static final List<String> WORDS = List.of(
            "polisi",
            "pelabuhan",
            "petugas",
            "kapal",
            "malam",
            "perbatasan",
            "gudang",
            "warga",
            "menemukan",
            "membawa",
            "menahan",
            "melaporkan",
            "kepada",
            "dengan",
            "sebuah",
            "rumah",
            "jalan",
            "pasar",
            "kota",
            "sungai",
            "hutan",
            "pagi",
            "seorang",
            "pengemudi",
            "truk",
            "barang",
            "tanpa",
            "surat",
            "resmi",
            "setelah",
            "penyelidikan",
            "bersama",
            "dari",
            "menuju",
            "provinsi",
            "tersebut",
            "ketika",
            "hujan",
            "sekolah",
            "pemerintah");

    private final Random random;
    private final Set<String> marks = new LinkedHashSet<>();

    SoundArticles(Random random) {
        this.random = random;
    }

    /** A new text of some 80 words that must become an article. */
    String text() {
        return text(80);
    }

    /** A new text of a number of words that must become an article. */
    String text(int words) {
        return mark() + " " + filler(words);
    }

    /** Words that no build has to find. */
    String filler(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            text.append(i % 12 == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.append("selesai.").toString();
    }

    /** A new JSON record of a sound article, on one line. */
    String json() {
        return json(text());
    }

    /** A JSON record of a text, on one line. */
    String json(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "r" + marks.size())
                .put("title", "Laporan " + marks.size())
                .put("url", "https://warta.example/" + marks.size())
                .put("text", text)
                .toString();
    }

    /** A page of a text. */
    static String page(String head, String text) {
        return "<!doctype html><html><head><meta charset=\"utf-8\"><title>Laporan dari pelabuhan</title>" + head
                + "</head><body><article><h1>Laporan dari pelabuhan</h1><p>" + text + "</p></article></body></html>";
    }

    private String mark() {
        var letters = new StringBuilder();
        for (int rest = marks.size(), i = 0; i < 6; i++, rest /= 20) {
            letters.append((char) ('a' + rest % 20));
        }
        marks.add(letters.toString());
        return "Tanda kasus tanda" + letters + "q,";
    }

    /** How many have been made. */
    int size() {
        return marks.size();
    }

    /** The marks of those that are in none of the texts. */
    Set<String> missing(List<String> texts) {
        var missing = new TreeSet<>(marks);
        for (String text : texts) {
            Matcher mark = MARK.matcher(text);
            if (mark.find()) {
                missing.remove(mark.group(1));
            }
        }
        return missing;
    }
}
