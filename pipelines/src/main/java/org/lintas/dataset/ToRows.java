package org.lintas.dataset;

import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.text.PublishedText;
import org.lintas.text.latin.NameSpelling;

/**
 * Converts each finished article to rows of the datasets, in blocks by the file that they go to: see {@link RowBlocks}. What it tells of an incident is
 * a second output: of blocks it costs little that Flink sends every element to both.
 */
public final class ToRows extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<KV<String, byte[]>> BLOCKS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    public static final TupleTag<ArticleReport> REPORTS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    private static final long serialVersionUID = 1;

    private final PublishedText published;
    private final boolean hasFingerprints;
    private final ProgressReporter reporter;

    private ToRows(PublishedText published, boolean hasFingerprints, ProgressReporter reporter) {
        this.published = published;
        this.hasFingerprints = hasFingerprints;
        this.reporter = reporter;
    }

    /** Creates rows with this much of the text. */
    public static ToRows of(PublishedText published) {
        return new ToRows(published, true, ProgressReporter.none());
    }

    /** Creates no rows of {@code fingerprints}: for articles that have theirs already. */
    public ToRows withoutFingerprints() {
        return new ToRows(published, false, reporter);
    }

    /** Reports progress to a reporter. */
    public ToRows withReporter(ProgressReporter newReporter) {
        return new ToRows(published, hasFingerprints, newReporter);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        return drafts.apply(
                "Cut",
                ParDo.of(new ConvertToRows(published, hasFingerprints, reporter))
                        .withOutputTags(BLOCKS, TupleTagList.of(REPORTS)));
    }

    private static final class ConvertToRows extends DoFn<Draft, KV<String, byte[]>> {
        private static final long serialVersionUID = 1;

        private final PublishedText published;
        private final boolean hasFingerprints;
        private final ProgressReporter reporter;
        private final Shards shards = new Shards(Shards.FILE_BYTES);
        private transient RowBlocks blocks;
        private transient NameSpelling spellings;

        ConvertToRows(PublishedText published, boolean hasFingerprints, ProgressReporter reporter) {
            this.published = published;
            this.hasFingerprints = hasFingerprints;
            this.reporter = reporter;
        }

        @Setup
        public void enter() {
            reporter.start();
            blocks = new RowBlocks();
            spellings = new NameSpelling();
        }

        @ProcessElement
        public void cut(@Element Draft draft, MultiOutputReceiver out) {
            Consumer<SpecificRecord> rows = row -> blocks.add(
                    shards.file(row, draft),
                    row,
                    (file, block) -> out.get(BLOCKS).output(KV.of(file, block)));
            rows.accept(ArticleRows.article(draft, published));
            if (hasFingerprints) {
                rows.accept(ArticleRows.fingerprint(draft));
            }
            draft.getTopics()
                    .forEach(label -> rows.accept(PublishedEvidence.of(ArticleRows.topic(draft, label), published)));
            draft.getCountries().forEach(mention -> rows.accept(ArticleRows.country(draft, mention)));
            draft.getPlaces().forEach(mention -> rows.accept(ArticleRows.place(draft, mention)));
            draft.getFigures().forEach(mention -> rows.accept(ArticleRows.figure(draft, mention)));
            draft.getEntities().forEach(mention -> rows.accept(ArticleRows.entity(draft, mention, spellings)));
            if (draft.getReport() != null) {
                out.get(REPORTS).output(draft.getReport());
            }
            Progress.LABELLED.add(draft.getArticleId());
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            blocks.flush((file, block) ->
                    context.output(KV.of(file, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        @Teardown
        public void leave() {
            blocks.close();
            reporter.stop();
        }
    }
}
