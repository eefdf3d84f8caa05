package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lintas.record.Draft;
import org.lintas.record.SizeArticles;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.schemas.TaxonomyTopic;

class ShardsTest {

    private final Shards shards = new Shards(1_000);

    @Test
    void theFilesOfALanguageFollowItsBytes() {
        Draft draft = Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("r")
                .setArchiveFile("f")
                .setArchiveOffset(0)
                .setText("")
                .setLanguageBytes(50_000)
                .setCorpusBytes(1_000_000)
                .build();

        assertThat(IntStream.range(0, 200).mapToObj(i -> shards.file(country("article " + i), draft)))
                .contains(
                        "article_countries/language=th/part-00000-of-00003.zstd.parquet",
                        "article_countries/language=th/part-00002-of-00003.zstd.parquet")
                .allMatch(file -> file.endsWith("-of-00003.zstd.parquet"));
    }

    @Test
    void rejectsFollowTheirOwnBytes() {
        Reject reject = Reject.newBuilder()
                .setArchiveFile("f")
                .setArchiveOffset(0)
                .setStage("archive")
                .setReason(RejectReason.INVALID_JSON)
                .setDetail("")
                .build();

        assertThat(shards.file(reject, Map.of(SizeArticles.ALL, 1_000_000L)))
                .isEqualTo("rejects/part-00000-of-00001.zstd.parquet");
        assertThat(shards.file(reject, Map.of(SizeArticles.REJECTS, 123_456_000L)))
                .endsWith("-of-123456.zstd.parquet");
    }

    @Test
    void theTaxonomyIsOneFile() {
        var topic = new TaxonomyTopic();
        topic.setTopic("online_scam");

        assertThat(shards.file(topic, Map.of(SizeArticles.ALL, Long.MAX_VALUE / 2)))
                .isEqualTo("taxonomy/part-00000-of-00001.zstd.parquet");
    }

    private static ArticleCountry country(String article) {
        return ArticleCountry.newBuilder()
                .setArticleId(article)
                .setRecordId("r")
                .setLanguage("th")
                .setCountry("KH")
                .setMentions(1)
                .setFirstOffset(0)
                .build();
    }
}
