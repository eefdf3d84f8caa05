package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.shuffle.CutLines;
import org.lintas.dedup.shuffle.SignTexts;
import org.lintas.extract.dates.DateOrder;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;
import org.lintas.record.Records;
import org.lintas.record.WithoutTexts;
import org.lintas.text.ContentDigest;
import org.lintas.text.Sha256;

class SettleDatesTest {

    private static final Instant THIRD_OF_APRIL = Instant.parse("2025-04-03T00:00:00Z");
    private static final Instant FOURTH_OF_MARCH = Instant.parse("2025-03-04T00:00:00Z");

    private static Draft draft(String id, String host, DayMonth order) {
        return Draft.newBuilder()
                .setArticleId(Sha256.hex(id).substring(0, 32))
                .setRecordId(id)
                .setArchiveFile("file")
                .setArchiveOffset(0)
                .setText("text")
                .setContentDigest(ContentDigest.of(id, "text"))
                .setUrlHost(host)
                .setPublishedAt(THIRD_OF_APRIL)
                .setPublishedOrigin("field")
                .setPublishedOrder(order)
                .setPublishedSwapped(order == DayMonth.either ? FOURTH_OF_MARCH : null)
                .build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theDatesOfAnOutletSettleThoseThatCanBeReadBothWays(long seed) {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 20; i++) {
            drafts.add(draft("told " + i, "finance.kabar.example", DayMonth.month_first));
            drafts.add(draft("plain " + i, "warta.example", DayMonth.plain));
        }
        drafts.add(draft("open", "news.kabar.example", DayMonth.either));
        drafts.add(draft("alone", "warta.example", DayMonth.either));
        Collections.shuffle(drafts, new Random(seed));
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

        PCollection<SpecificRecord> records = pipeline.apply(Create.of(drafts))
                .apply(MapElements.into(TypeDescriptor.of(SpecificRecord.class)).via(draft -> draft));
        PCollectionTuple settled = Records.<Records.Identified>of(records)
                .apply("SignTexts", SignTexts.of(SettleDates::counts))
                .apply("CutLines", CutLines.create())
                .apply("WithoutTexts", WithoutTexts.create())
                .apply("SettleDates", SettleDates.create());

        PAssert.that(settled.get(SettleDates.ORDERS)).satisfies(found -> {
            var orders = new TreeMap<String, List<Object>>();
            var byKey = new TreeMap<String, OutletDates>();
            for (OutletDates dates : found) {
                byKey.put(DateOrder.key(dates), dates);
                orders.put(dates.getOutlet(), List.of(dates.getOrder(), dates.getMonthFirst(), dates.getEither()));
            }
            assertThat(orders)
                    .containsEntry("kabar.example", List.of(DayMonth.month_first, 20L, 1L))
                    .containsEntry("warta.example", List.of(DayMonth.either, 0L, 1L))
                    .hasSize(2);
            Draft open = SettleDates.settle(draft("open", "news.kabar.example", DayMonth.either), byKey);
            assertThat(open.getPublishedAt()).isEqualTo(FOURTH_OF_MARCH);
            assertThat(open.getIsDayMonthUnsure()).isFalse();
            Draft alone = SettleDates.settle(draft("alone", "warta.example", DayMonth.either), byKey);
            assertThat(alone.getPublishedAt()).isEqualTo(THIRD_OF_APRIL);
            assertThat(alone.getIsDayMonthUnsure()).isTrue();
            return null;
        });
        pipeline.run().waitUntilFinish();
    }
}
