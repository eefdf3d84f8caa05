package org.lintas.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.element.Draft;
import org.lintas.schemas.Duplicate;

class DropExactDuplicatesTest {

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsTheBestOfEachGroupInAnyOrder(long seed) {
        var drafts = new ArrayList<>(List.of(
                draft("d1", "undated", null, "T"),
                draft("d1", "late", MAY.plusSeconds(60), "T"),
                draft("d1", "early", MAY, null),
                draft("d1", "early-complete", MAY, "T"),
                draft("d2", "alone", null, null)));
        Collections.shuffle(drafts, new Random(seed));
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

        var out = pipeline.apply(Create.of(drafts)).apply(DropExactDuplicates.create());

        PAssert.that(out.get(DropExactDuplicates.ARTICLES)).satisfies(articles -> {
            assertThat(articles).extracting(Draft::getArticleId).containsExactlyInAnyOrder("early-complete", "alone");
            assertThat(articles).extracting(Draft::getClusterSize).containsExactlyInAnyOrder(4L, 1L);
            assertThat(articles).extracting(Draft::getFirstPublishedAt).containsExactlyInAnyOrder(MAY, null);
            return null;
        });
        PAssert.that(out.get(DropExactDuplicates.DUPLICATES)).satisfies(rows -> {
            assertThat(rows).extracting(Duplicate::getArticleId).containsExactlyInAnyOrder("undated", "late", "early");
            assertThat(rows).extracting(Duplicate::getRepresentativeId).containsOnly("early-complete");
            return null;
        });
        pipeline.run().waitUntilFinish();
    }

    @Test
    void aGroupOfAnySizeIsSpilled() {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 5_000; i++) {
            drafts.add(draft("d", "copy-" + i, MAY.plusSeconds(5_000 - i), "T"));
        }
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

        var out = pipeline.apply(Create.of(drafts)).apply(DropExactDuplicates.create());

        PAssert.that(out.get(DropExactDuplicates.DUPLICATES)).satisfies(rows -> {
            assertThat(StreamSupport.stream(rows.spliterator(), false)
                            .map(Duplicate::getArticleId)
                            .distinct())
                    .hasSize(4_999)
                    .doesNotContain("copy-4999");
            assertThat(rows).extracting(Duplicate::getRepresentativeId).containsOnly("copy-4999");
            return null;
        });
        pipeline.run().waitUntilFinish();
    }

    private static Draft draft(String digest, String id, Instant published, String title) {
        return Draft.newBuilder()
                .setArticleId(id)
                .setRecordId(id)
                .setArchiveFile("file")
                .setArchiveOffset(0)
                .setText("text")
                .setTitle(title)
                .setPublishedAt(published)
                .setContentDigest(digest)
                .build();
    }
}
