package org.lintas.privacy;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.Records;
import org.lintas.record.Step;
import org.lintas.text.ArticleId;
import org.lintas.text.ContentDigest;

/**
 * Masks personal numbers in headline, text and byline, before any labels are computed. Digest and id of an article with masked numbers are
 * those of the masked text: from those of the full text the numbers could be guessed.
 */
public final class MaskNumbers extends PTransform<Records<Records.Extracted>, Records<Records.Extracted>> {

    private static final long serialVersionUID = 1;

    private MaskNumbers() {}

    public static MaskNumbers create() {
        return new MaskNumbers();
    }

    @Override
    public Records<Records.Extracted> expand(Records<Records.Extracted> records) {
        return Records.of(records.all().apply("Mask", ParDo.of(new Mask())));
    }

    /** The article without personal numbers; the same object if it has none. */
    static Draft masked(PersonalNumbers numbers, Draft draft) {
        PersonalNumbers.Masked text = counted(numbers, draft.getText());
        String title = orNull(numbers, draft.getTitle());
        String author = orNull(numbers, draft.getAuthor());
        boolean isSame =
                text.text().equals(draft.getText()) && same(title, draft.getTitle()) && same(author, draft.getAuthor());
        if (isSame) {
            return draft;
        }
        String digest = ContentDigest.of(title == null ? "" : title, text.text());
        return Drafts.with(draft, masked -> {
            masked.setText(text.text());
            masked.setTitle(title);
            masked.setAuthor(author);
            masked.setContentDigest(digest);
            masked.setArticleId(ArticleId.of(draft.getRecordId(), draft.getUrl(), digest));
        });
    }

    private static String orNull(PersonalNumbers numbers, String line) {
        return line == null ? null : counted(numbers, line).text();
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static PersonalNumbers.Masked counted(PersonalNumbers numbers, String text) {
        PersonalNumbers.Masked masked = numbers.mask(text);
        masked.counts()
                .forEach((kind, count) ->
                        Metrics.counter("care", "care.masked_" + kind).inc(count));
        return masked;
    }

    private static final class Mask extends Step<Draft> {
        private static final long serialVersionUID = 1;

        private transient PersonalNumbers numbers;

        Mask() {
            super(Draft.class, "care");
        }

        @Setup
        public void setup() {
            numbers = new PersonalNumbers();
        }

        @Override
        protected SpecificRecord step(Draft draft) {
            return masked(numbers, draft);
        }
    }
}
