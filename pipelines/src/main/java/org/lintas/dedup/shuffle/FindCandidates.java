package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.dedup.text.Bucket;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Signature;
import org.lintas.record.VerificationElement;

/**
 * Finds candidate pairs by signatures alone: texts with the same digest, and pairs that share an LSH band. Signature records,
 * bands and pairs are shuffled in blocks and sorted by the receiver, on disk if they exceed memory.
 */
final class FindCandidates extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {

    /** Each pair once, in the batches that {@link PairBatches} makes. */
    static final TupleTag<KV<byte[], VerificationElement>> PAIRS = new TupleTag<>() {};

    /**
     * Pieces of a {@link KeyBloomFilter} by their number, each once, of the ids of all articles in a pair and of the digests that several
     * articles have.
     */
    static final TupleTag<KV<Integer, byte[]>> FILTER = new TupleTag<>() {};

    private static final TupleTag<KV<Integer, byte[]>> BLOCKS = new TupleTag<>() {};
    private static final TupleTag<KV<Integer, byte[]>> FILTERS = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private final int filterBytes;

    private FindCandidates(int filterBytes) {
        this.filterBytes = filterBytes;
    }

    /** @param filterBytes length of the filter, see {@link KeyBloomFilter#bytes} */
    static FindCandidates of(int filterBytes) {
        return new FindCandidates(filterBytes);
    }

    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> signatures) {
        // From the signatures once more: a second output of DistinctTexts would be sent all bands as well.
        PCollection<KV<Integer, byte[]>> repeated = signatures
                .apply("Digests", ParDo.of(new Digests()))
                .apply("GroupDigests", GroupByKey.create())
                .apply("RepeatedDigests", ParDo.of(new RepeatedDigests(filterBytes)));
        PCollection<KV<Integer, byte[]>> pairs = signatures
                .apply("GroupByDigest", GroupByKey.create())
                .apply("DistinctTexts", ParDo.of(new DistinctTexts()))
                .apply("GroupByBand", GroupByKey.create())
                .apply("PairBandMembers", ParDo.of(new PairBandMembers()));
        PCollectionTuple keyed = pairs.apply("GroupByOther", GroupByKey.create())
                .apply(
                        "AssignLeaders",
                        ParDo.of(new AssignLeaders(filterBytes)).withOutputTags(BLOCKS, TupleTagList.of(FILTERS)));
        PCollection<KV<byte[], VerificationElement>> batches = keyed.get(BLOCKS)
                .apply("GroupByLeader", GroupByKey.create())
                .apply("BatchPairs", ParDo.of(new BatchPairs()));
        PCollection<KV<Integer, byte[]>> filter = PCollectionList.of(repeated)
                .and(keyed.get(FILTERS))
                .apply("Filters", Flatten.pCollections())
                .apply("Unite", Combine.perKey(new UniteFilters()));
        return PCollectionTuple.of(PAIRS, batches).and(FILTER, filter);
    }

    /** Takes the digests out of signature records. */
    private static final class Digests extends DoFn<KV<Integer, byte[]>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element KV<Integer, byte[]> block, OutputReceiver<KV<Integer, byte[]>> out) {
            byte[] records = block.getValue();
            var digests = ByteBuffer.allocate(records.length / SignatureRecord.BYTES * SignatureRecord.DIGEST_BYTES);
            for (int offset = 0; offset < records.length; offset += SignatureRecord.BYTES) {
                digests.put(records, offset, SignatureRecord.DIGEST_BYTES);
            }
            out.output(KV.of(block.getKey(), digests.array()));
        }
    }

    /** Finds the digests that several articles have. */
    private static final class RepeatedDigests extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private final int filterBytes;
        private transient KeyBloomFilter repeated;

        RepeatedDigests(int filterBytes) {
            this.filterBytes = filterBytes;
        }

        @StartBundle
        public void start() {
            repeated = KeyBloomFilter.empty(filterBytes);
        }

        @ProcessElement
        public void find(@Element KV<Integer, Iterable<byte[]>> partition) throws IOException {
            try (var sorter = new RecordSorter(SignatureRecord.DIGEST_BYTES)) {
                for (byte[] block : partition.getValue()) {
                    sorter.add(block);
                }
                byte[] previous = null;
                for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
                    byte[] digest = sorted.next();
                    if (Arrays.equals(previous, digest)) {
                        repeated.add(SignatureRecord.digestHash(digest));
                    }
                    previous = digest;
                }
            }
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            repeated.forEachPiece((index, piece) ->
                    context.output(KV.of(index, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Takes the best article of each digest and emits its bands. */
    private static final class DistinctTexts extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks bands;

        @StartBundle
        public void start() {
            bands = new RecordBlocks();
        }

        @ProcessElement
        public void distinct(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KV<Integer, byte[]>> out)
                throws IOException {
            BiConsumer<Integer, byte[]> blocks = (key, block) -> out.output(KV.of(key, block));
            try (var sorter = new RecordSorter(SignatureRecord.BYTES)) {
                for (byte[] block : partition.getValue()) {
                    sorter.add(block);
                }
                byte[] best = null;
                for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
                    byte[] record = sorted.next();
                    if (best == null
                            || !Arrays.equals(best, 0, SignatureRecord.RANK, record, 0, SignatureRecord.RANK)) {
                        best = record;
                        emitBands(best, blocks);
                    }
                }
            }
        }

        /** A text that was merged in an earlier corpus stays merged: it is no candidate. */
        private void emitBands(byte[] record, BiConsumer<Integer, byte[]> blocks) {
            if (SignatureRecord.isMerged(record)) {
                return;
            }
            Signature signature = SignatureRecord.signature(record);
            byte[] lowBytes = signature.lowBytes();
            signature.forEachBand(key -> {
                byte[] entry = ByteBuffer.allocate(PairBandMembers.WIDTH)
                        .putLong(key)
                        .put(record, SignatureRecord.RANK, RepresentativeRank.BYTES)
                        .put(lowBytes)
                        .array();
                bands.add(key, entry, blocks);
            });
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            bands.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Pairs the texts that share a band. */
    private static final class PairBandMembers extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        static final int WIDTH = Long.BYTES + RepresentativeRank.BYTES + Signature.LOW_BYTES;

        private transient RecordBlocks pairs;

        @StartBundle
        public void start() {
            pairs = new RecordBlocks();
        }

        @ProcessElement
        public void pair(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KV<Integer, byte[]>> out)
                throws IOException {
            BiConsumer<Integer, byte[]> blocks = (key, block) -> out.output(KV.of(key, block));
            try (var sorter = new RecordSorter(WIDTH)) {
                for (byte[] block : partition.getValue()) {
                    sorter.add(block);
                }
                byte[] previous = null;
                Bucket<byte[]> bucket = null;
                for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
                    byte[] entry = sorted.next();
                    if (previous == null || !Arrays.equals(previous, 0, Long.BYTES, entry, 0, Long.BYTES)) {
                        bucket = new Bucket<>((better, other) -> add(better, other, blocks));
                    }
                    bucket.add(Arrays.copyOfRange(entry, Long.BYTES, WIDTH));
                    previous = entry;
                }
            }
        }

        /** Adds a pair unless both texts are of earlier corpora, whose clusters stay, or too dissimilar. */
        private void add(byte[] better, byte[] other, BiConsumer<Integer, byte[]> blocks) {
            if (!RepresentativeRank.isEarlier(other) && Signature.mayResemble(lowBytes(better), lowBytes(other))) {
                byte[] pair = ByteBuffer.allocate(PairBatches.PAIR)
                        .put(other, 0, RepresentativeRank.BYTES)
                        .put(better, 0, RepresentativeRank.BYTES)
                        .array();
                pairs.add(RepresentativeRank.idHash(other), pair, blocks);
            }
        }

        private static byte[] lowBytes(byte[] member) {
            return Arrays.copyOfRange(member, RepresentativeRank.BYTES, member.length);
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            pairs.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /**
     * Emits each pair once, since most pairs share several bands, and with it the leader of its other text: the best text that
     * this one is paired with.
     */
    private static final class AssignLeaders extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private final int filterBytes;
        private transient RecordBlocks keyed;
        private transient KeyBloomFilter paired;

        AssignLeaders(int filterBytes) {
            this.filterBytes = filterBytes;
        }

        @StartBundle
        public void start() {
            keyed = new RecordBlocks();
            paired = KeyBloomFilter.empty(filterBytes);
        }

        @ProcessElement
        public void lead(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out) throws IOException {
            BiConsumer<Integer, byte[]> blocks = (key, block) -> out.get(BLOCKS).output(KV.of(key, block));
            try (var sorter = new RecordSorter(PairBatches.PAIR)) {
                for (byte[] block : partition.getValue()) {
                    sorter.add(block);
                }
                byte[] leader = null;
                byte[] previous = null;
                for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
                    byte[] pair = sorted.next();
                    if (Arrays.equals(previous, pair)) {
                        continue;
                    }
                    byte[] better = Arrays.copyOfRange(pair, RepresentativeRank.BYTES, PairBatches.PAIR);
                    if (previous == null
                            || !Arrays.equals(
                                    previous, 0, RepresentativeRank.BYTES, pair, 0, RepresentativeRank.BYTES)) {
                        leader = better;
                        paired.add(RepresentativeRank.idHash(pair));
                    }
                    paired.add(RepresentativeRank.idHash(better));
                    byte[] record = ByteBuffer.allocate(PairBatches.KEYED_PAIR)
                            .put(RepresentativeRank.id(leader))
                            .put(pair)
                            .array();
                    keyed.add(RepresentativeRank.idHash(leader), record, blocks);
                    previous = pair;
                }
            }
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            keyed.flush((key, block) -> context.output(
                    BLOCKS, KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
            paired.forEachPiece((index, piece) -> context.output(
                    FILTERS, KV.of(index, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Gathers the pairs of each leader into batches. */
    private static final class BatchPairs extends DoFn<KV<Integer, Iterable<byte[]>>, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void gather(
                @Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KV<byte[], VerificationElement>> out)
                throws IOException {
            try (var batches = new PairBatches()) {
                for (byte[] block : partition.getValue()) {
                    batches.add(block);
                }
                batches.forEach((batch, pairs) -> out.output(KV.of(
                        batch,
                        VerificationElement.newBuilder()
                                .setPairs(ByteBuffer.wrap(pairs))
                                .build())));
            }
        }
    }

    static final class UniteFilters extends Combine.BinaryCombineFn<byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] apply(byte[] one, byte[] other) {
            return KeyBloomFilter.merge(one.clone(), other);
        }
    }
}
