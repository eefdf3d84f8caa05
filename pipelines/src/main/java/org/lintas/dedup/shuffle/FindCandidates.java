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
import org.lintas.dedup.text.Signature;
import org.lintas.record.Comparison;

/**
 * Finds who may be whose duplicate, by sketches alone: texts with one digest, and pairs that share a band. Sketches, bands and pairs are
 * shuffled as blocks of many and sorted on the other side, beyond memory on disk.
 */
final class FindCandidates extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {

    /** Each pair once, in the batches that {@link PairBatches} makes. */
    static final TupleTag<KV<byte[], Comparison>> PAIRS = new TupleTag<>() {};

    /** One {@link KeyFilter}, or none where there is nothing, with the ids of all that are in a pair and the digests that several articles have. */
    static final TupleTag<byte[]> INVOLVED = new TupleTag<>() {};

    private static final TupleTag<KV<Integer, byte[]>> BLOCKS = new TupleTag<>() {};
    private static final TupleTag<KV<Integer, byte[]>> FILTERS = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private final int filterBytes;

    private FindCandidates(int filterBytes) {
        this.filterBytes = filterBytes;
    }

    /** @param filterBytes length of the filter, see {@link KeyFilter#bytes} */
    static FindCandidates of(int filterBytes) {
        return new FindCandidates(filterBytes);
    }

    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> sketches) {
        PCollectionTuple distinct = sketches.apply("GroupByDigest", GroupByKey.create())
                .apply(
                        "Distinct",
                        ParDo.of(new Distinct(filterBytes)).withOutputTags(BLOCKS, TupleTagList.of(FILTERS)));
        PCollection<KV<Integer, byte[]>> pairs =
                distinct.get(BLOCKS).apply("GroupByBand", GroupByKey.create()).apply("Pair", ParDo.of(new Pair()));
        PCollectionTuple led = pairs.apply("GroupByOther", GroupByKey.create())
                .apply("Lead", ParDo.of(new Lead(filterBytes)).withOutputTags(BLOCKS, TupleTagList.of(FILTERS)));
        PCollection<KV<byte[], Comparison>> batches =
                led.get(BLOCKS).apply("GroupByLeader", GroupByKey.create()).apply("Batch", ParDo.of(new Batch()));
        PCollection<byte[]> filter = PCollectionList.of(distinct.get(FILTERS))
                .and(led.get(FILTERS))
                .apply("Filters", Flatten.pCollections())
                .apply("Unite", Combine.perKey(new Union()))
                .apply("AtOnePlace", ParDo.of(new AtOnePlace()))
                .apply("GroupPieces", GroupByKey.create())
                .apply("Assemble", ParDo.of(new Assemble(filterBytes)));
        return PCollectionTuple.of(PAIRS, batches).and(INVOLVED, filter);
    }

    /** Takes the best article of each digest, and spreads it over its bands. */
    private static final class Distinct extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private final int filterBytes;
        private transient RecordBlocks bands;
        private transient byte[] bits;
        private transient KeyFilter repeated;

        Distinct(int filterBytes) {
            this.filterBytes = filterBytes;
        }

        @StartBundle
        public void start() {
            bands = new RecordBlocks();
            bits = new byte[filterBytes];
            repeated = new KeyFilter(bits);
        }

        @ProcessElement
        public void distinct(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out)
                throws IOException {
            BiConsumer<Integer, byte[]> blocks = (key, block) -> out.get(BLOCKS).output(KV.of(key, block));
            try (var sorter = new RecordSorter(Sketch.BYTES)) {
                for (byte[] block : partition.getValue()) {
                    sorter.add(block);
                }
                byte[] best = null;
                for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
                    byte[] sketch = sorted.next();
                    if (best != null && Arrays.equals(best, 0, Sketch.STANDING, sketch, 0, Sketch.STANDING)) {
                        repeated.add(Sketch.digestHash(sketch));
                    } else {
                        best = sketch;
                        spread(best, blocks);
                    }
                }
            }
        }

        /** A text that was merged into another one stays there. */
        private void spread(byte[] sketch, BiConsumer<Integer, byte[]> blocks) {
            if (Sketch.isMerged(sketch)) {
                return;
            }
            Signature signature = Sketch.signature(sketch);
            byte[] outline = signature.outline();
            signature.forEachBand(key -> {
                byte[] entry = ByteBuffer.allocate(Pair.WIDTH)
                        .putLong(key)
                        .put(sketch, Sketch.STANDING, Standing.BYTES)
                        .put(outline)
                        .array();
                bands.add(key, entry, blocks);
            });
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            bands.flush((key, block) -> context.output(
                    BLOCKS, KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
            KeyFilter.forEachPiece(
                    bits,
                    (index, piece) -> context.output(
                            FILTERS, KV.of(index, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Pairs what shares a band. */
    private static final class Pair extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        static final int WIDTH = Long.BYTES + Standing.BYTES + Signature.OUTLINE_BYTES;

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

        /** Adds a pair unless both are of the past, whose clusters stay, or too little alike. */
        private void add(byte[] better, byte[] other, BiConsumer<Integer, byte[]> blocks) {
            if (!Standing.isEarlier(other) && Signature.mayResemble(outline(better), outline(other))) {
                byte[] pair = ByteBuffer.allocate(PairBatches.PAIR)
                        .put(other, 0, Standing.BYTES)
                        .put(better, 0, Standing.BYTES)
                        .array();
                pairs.add(Standing.idHash(other), pair, blocks);
            }
        }

        private static byte[] outline(byte[] member) {
            return Arrays.copyOfRange(member, Standing.BYTES, member.length);
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            pairs.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Passes on each pair once, for most share several bands, with the leader of its other text: the best one that it is paired with. */
    private static final class Lead extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private final int filterBytes;
        private transient RecordBlocks led;
        private transient byte[] bits;
        private transient KeyFilter paired;

        Lead(int filterBytes) {
            this.filterBytes = filterBytes;
        }

        @StartBundle
        public void start() {
            led = new RecordBlocks();
            bits = new byte[filterBytes];
            paired = new KeyFilter(bits);
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
                    byte[] better = Arrays.copyOfRange(pair, Standing.BYTES, PairBatches.PAIR);
                    if (previous == null || !Arrays.equals(previous, 0, Standing.BYTES, pair, 0, Standing.BYTES)) {
                        leader = better;
                        paired.add(Standing.idHash(pair));
                    }
                    paired.add(Standing.idHash(better));
                    byte[] record = ByteBuffer.allocate(PairBatches.LED_PAIR)
                            .put(Standing.id(leader))
                            .put(pair)
                            .array();
                    led.add(Standing.idHash(leader), record, blocks);
                    previous = pair;
                }
            }
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            led.flush((key, block) -> context.output(
                    BLOCKS, KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
            KeyFilter.forEachPiece(
                    bits,
                    (index, piece) -> context.output(
                            FILTERS, KV.of(index, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Gathers the pairs of each leader into batches. */
    private static final class Batch extends DoFn<KV<Integer, Iterable<byte[]>>, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void gather(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KV<byte[], Comparison>> out)
                throws IOException {
            try (var batches = new PairBatches()) {
                for (byte[] block : partition.getValue()) {
                    batches.add(block);
                }
                batches.forEach((batch, pairs) -> out.output(KV.of(
                        batch,
                        Comparison.newBuilder().setPairs(ByteBuffer.wrap(pairs)).build())));
            }
        }
    }

    private static final class Union extends Combine.BinaryCombineFn<byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] apply(byte[] one, byte[] other) {
            return KeyFilter.merge(one.clone(), other);
        }
    }

    private static final class AtOnePlace extends DoFn<KV<Integer, byte[]>, KV<Integer, KV<Integer, byte[]>>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void key(@Element KV<Integer, byte[]> piece, OutputReceiver<KV<Integer, KV<Integer, byte[]>>> out) {
            out.output(KV.of(0, piece));
        }
    }

    private static final class Assemble extends DoFn<KV<Integer, Iterable<KV<Integer, byte[]>>>, byte[]> {
        private static final long serialVersionUID = 1;

        private final int filterBytes;

        Assemble(int filterBytes) {
            this.filterBytes = filterBytes;
        }

        @ProcessElement
        public void assemble(@Element KV<Integer, Iterable<KV<Integer, byte[]>>> pieces, OutputReceiver<byte[]> out) {
            var bits = new byte[filterBytes];
            pieces.getValue().forEach(piece -> KeyFilter.put(bits, piece.getKey(), piece.getValue()));
            out.output(bits);
        }
    }
}
