package org.lintas.dedup.shuffle;

import java.util.Map;
import java.util.function.Predicate;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.dedup.text.RepresentativeRank;

/** Collects ids of articles in a filter of bounded size, which accepts them and, rarely, others: for reading their rows. */
public final class ArticleIdFilter extends PTransform<PCollection<String>, PCollectionView<Map<Integer, byte[]>>> {

    private static final long serialVersionUID = 1;

    private final int bytes;

    private ArticleIdFilter(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Creates a filter.
     *
     * @param articles at least as many ids; more only make it accept too many
     */
    public static ArticleIdFilter of(long articles) {
        return new ArticleIdFilter(KeyBloomFilter.bytes(articles));
    }

    @Override
    public PCollectionView<Map<Integer, byte[]>> expand(PCollection<String> ids) {
        return ids.apply("Collect", ParDo.of(new Collect(bytes)))
                .apply("Unite", Combine.perKey(new FindCandidates.UniteFilters()))
                .apply("View", View.asMap());
    }

    /** Makes of the pieces of the filter what accepts ids. */
    public SerializableFunction<Map<Integer, byte[]>, Predicate<String>> ids() {
        return accepting(bytes);
    }

    static SerializableFunction<Map<Integer, byte[]>, Predicate<String>> accepting(int bytes) {
        return pieces -> {
            KeyBloomFilter filter = KeyBloomFilter.of(bytes, pieces);
            return id -> filter.mayContain(RepresentativeRank.idHash(id));
        };
    }

    private static final class Collect extends DoFn<String, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private final int bytes;
        private transient KeyBloomFilter filter;

        Collect(int bytes) {
            this.bytes = bytes;
        }

        @StartBundle
        public void start() {
            filter = KeyBloomFilter.empty(bytes);
        }

        @ProcessElement
        public void add(@Element String id) {
            filter.add(RepresentativeRank.idHash(id));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            filter.forEachPiece((index, piece) ->
                    context.output(KV.of(index, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }
}
