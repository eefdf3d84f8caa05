package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lintas.dedup.text.Copy;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Origin;

class StandingTest {

    @Test
    void bytesSortAsThePolicyDoes() {
        var random = new Random(3);
        List<NearDuplicates.Article> articles = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Instant published = random.nextInt(3) == 0
                    ? null
                    : Instant.ofEpochMilli(
                            random.nextInt(4) * 1_000_000_000_000L - 1_500_000_000_000L + random.nextInt(3));
            var copy = new Copy(
                    published,
                    random.nextInt(7),
                    random.nextInt(2) * 70_000,
                    String.format("%016x%016x", random.nextLong(), random.nextLong()),
                    "f",
                    0);
            articles.add(new NearDuplicates.Article(copy, Origin.UNKNOWN, random.nextBoolean(), ""));
        }
        Comparator<NearDuplicates.Article> bytes = Comparator.comparing(
                article -> Standing.of(article.copy(), article.isEarlier()), Arrays::compareUnsigned);
        List<NearDuplicates.Article> byPolicy = new ArrayList<>(articles);
        byPolicy.sort(NearDuplicates.Article.BEST_FIRST);
        articles.sort(bytes);

        assertThat(articles).isEqualTo(byPolicy);
    }

    @Test
    void tellsIdAndAge() {
        String id = "5b0c1f9d3a7e4c22f8d1f06a9e4b7c35";
        byte[] standing = Standing.of(new Copy(null, 0, 0, id, "f", 0), true);

        assertThat(Standing.id(standing)).asHexString().isEqualToIgnoringCase(id);
        assertThat(Standing.idHash(standing)).isEqualTo(Standing.idHash(id));
        assertThat(Standing.isEarlier(standing)).isTrue();
        assertThat(Standing.isEarlier(Standing.of(new Copy(null, 0, 0, id, "f", 0), false)))
                .isFalse();
    }
}
