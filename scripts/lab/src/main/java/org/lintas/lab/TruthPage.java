package org.lintas.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.lintas.text.Script;
import org.lintas.text.TextNormaliser;

/**
 * A news page and what a careful reader takes from it. Words are kept as digests, so that truth can be published without
 * the text of others.
 *
 * @param html the page, gzipped
 * @param title digest of the headline's words in order; empty where unknown
 * @param published date printed on the page, in the time zone of the page; empty where unknown
 * @param body how often each word stands in the story, by digest; empty where the page is no article
 */
record TruthPage(Path html, Optional<Integer> title, Optional<LocalDate> published, Map<Integer, Integer> body) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Whether the page is an article at all. */
    boolean isArticle() {
        return !body.isEmpty();
    }

    /** Words of a text; in scripts without spaces, its characters. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var match : WORD.matcher(TextNormaliser.line(text)).results().toList()) {
            String word = match.group().toLowerCase(Locale.ROOT);
            if (Script.of(word.codePointAt(0)).hasWordSpaces()) {
                words.add(word);
            } else {
                word.codePoints().forEach(cp -> words.add(Character.toString(cp)));
            }
        }
        return words;
    }

    /** How often each word stands in a text, by digest. */
    static Map<Integer, Integer> counts(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        words(text).forEach(word -> counts.merge(digest(word), 1, Integer::sum));
        return counts;
    }

    /** Digest of a headline: its words in order, whatever stands between them. */
    static int titleDigest(String title) {
        return digest(String.join(" ", words(title)));
    }

    private static int digest(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
