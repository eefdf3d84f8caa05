package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.line.DraftLines;
import org.lintas.dedup.line.MadeArticles;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.extract.dates.DateOrder;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;
import org.lintas.record.WithoutTexts;
import org.lintas.schemas.OutletLine;

class CutLinesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void articlesAreThoseOfTheReference(long seed) {
        var drafts = new ArrayList<Draft>();
        for (int number = 0; number < 80; number++) {
            String outlet = number % 2 == 0 ? "Warta" : "Kabar";
            String line = number % 2 == 0 ? "Ikuti Warta di Telegram." : number % 3 == 0 ? "- Agensi" : "– AGENSI";
            drafts.add(MadeArticles.draft(
                    number, outlet, MadeArticles.headline(number), MadeArticles.text(number) + "\n\n" + line));
        }
        Map<String, Draft> expected = new TreeMap<>();
        for (DraftLines.Cut cut : DraftLines.cutAll(drafts)) {
            assertThat(cut.lines()).hasSize(1);
            expected.put(cut.draft().getRecordId(), cut.draft());
        }
        Collections.shuffle(drafts, new Random(seed));
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
        PCollection<SpecificRecord> records = pipeline.apply(Create.of(drafts))
                .apply(MapElements.into(TypeDescriptor.of(SpecificRecord.class)).via(draft -> draft));

        Records<Records.Cut> cut = Records.<Records.Identified>of(records)
                .apply("SignTexts", SignTexts.of(DateOrder::of))
                .apply("CutLines", CutLines.create());
        PCollection<OutletLine> lines =
                cut.apply("WithoutTexts", WithoutTexts.create()).apply("ListOutletLines", ListOutletLines.create());

        PAssert.that(cut.all()).satisfies(found -> {
            try (var seal = new DraftSeal()) {
                Map<String, Draft> opened = StreamSupport.stream(found.spliterator(), false)
                        .map(record -> opened(seal, (SealedDraft) record))
                        .collect(Collectors.toMap(Draft::getRecordId, draft -> draft));
                assertThat(opened).isEqualTo(expected);
            }
            return null;
        });
        PAssert.that(lines)
                .containsInAnyOrder(List.of(
                        new OutletLine("Warta", "Ikuti Warta di Telegram.", 40L),
                        new OutletLine("Kabar", "- Agensi", 40L)));
        pipeline.run().waitUntilFinish();
    }

    /** The article as it was before it was sealed, after what stands beside it has been compared. */
    private static Draft opened(DraftSeal seal, SealedDraft sealed) {
        Draft draft = seal.open(sealed);
        assertThat(AvroBytes.of(sealed.getSignature()))
                .isEqualTo(Signature.of(Tokens.of(draft.getText())).toBytes());
        assertThat(AvroBytes.of(sealed.getDigest())).isEqualTo(SignatureRecord.digest(draft.getContentDigest()));
        assertThat(sealed.getTextLength()).isEqualTo(draft.getText().length());
        assertThat(sealed.getLines().remaining()).isZero();
        draft.setSignature(null);
        draft.setCompleteness(0);
        return draft;
    }
}
