package org.lintas.dedup.line;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.record.Draft;
import org.lintas.text.ArticleId;
import org.lintas.text.ContentDigest;

/** Articles of made-up words, no two of which are alike. */
public final class MadeArticles {

    private static final String[] SYLLABLES = {"ba", "ri", "ko", "mu", "len", "ta", "so", "ped", "ga", "nir", "wa", "du"
    };

    private MadeArticles() {}

    /** A headline of five words. */
    public static String headline(int number) {
        return words(new Random(number), 5);
    }

    /** A text of three paragraphs, each a sentence. */
    public static String text(int number) {
        var random = new Random(1_000_003L * number + 7);
        return IntStream.range(0, 3).mapToObj(i -> words(random, 30) + ".").collect(Collectors.joining("\n\n"));
    }

    /** An article of an outlet. */
    public static Draft draft(int number, String outlet, String title, String text) {
        String record = outlet + "/" + number;
        String digest = ContentDigest.of(title, text);
        return Draft.newBuilder()
                .setArticleId(ArticleId.of(record, null, digest))
                .setRecordId(record)
                .setArchiveFile("made.jsonl")
                .setArchiveOffset(number)
                .setTitle(title)
                .setText(text)
                .setSource(outlet)
                .setLanguage("id")
                .setLanguageConfidence(1)
                .setContentDigest(digest)
                .build();
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 3)
                        .mapToObj(j -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
