package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepresentativeRankTest {

    @Test
    void bytesSortAsBestFirst() {
        var random = new Random(3);
        List<NearDuplicates.Article> articles = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Instant published = random.nextInt(3) == 0
                    ? null
                    : Instant.ofEpochMilli(
                            random.nextInt(4) * 1_000_000_000_000L - 1_500_000_000_000L + random.nextInt(3));
            var rank = new RepresentativeRank(
                    published,
                    random.nextInt(7),
                    random.nextInt(2) * 70_000,
                    String.format("%016x%016x", random.nextLong(), random.nextLong()),
                    "f",
                    0);
            articles.add(new NearDuplicates.Article(rank, Provenance.UNKNOWN, random.nextBoolean(), "id", null, ""));
        }
        Comparator<NearDuplicates.Article> bytes =
                Comparator.comparing(article -> article.rank().toBytes(article.isEarlier()), Arrays::compareUnsigned);
        List<NearDuplicates.Article> byPolicy = new ArrayList<>(articles);
        byPolicy.sort(NearDuplicates.Article.BEST_FIRST);
        articles.sort(bytes);

        assertThat(articles).isEqualTo(byPolicy);
    }

    @Test
    void bytesHoldIdAndAge() {
        String id = "5b0c1f9d3a7e4c22f8d1f06a9e4b7c35";
        byte[] rank = new RepresentativeRank(null, 0, 0, id, "f", 0).toBytes(true);

        assertThat(RepresentativeRank.id(rank)).asHexString().isEqualToIgnoringCase(id);
        assertThat(RepresentativeRank.idHash(rank)).isEqualTo(RepresentativeRank.idHash(id));
        assertThat(RepresentativeRank.isEarlier(rank)).isTrue();
        assertThat(RepresentativeRank.isEarlier(new RepresentativeRank(null, 0, 0, id, "f", 0).toBytes(false)))
                .isFalse();
    }
}
