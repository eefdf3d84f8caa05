package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.ClusterElement;
import org.lintas.record.MergeDecision;

/**
 * Decides which texts are merged, from all verified pairs on one worker; see {@link StarClusters}. Output: decisions by the
 * digest of the merged text.
 */
final class FormClusters extends PTransform<PCollection<byte[]>, PCollection<KV<String, ClusterElement>>> {

    private static final long serialVersionUID = 1;

    private FormClusters() {}

    static FormClusters create() {
        return new FormClusters();
    }

    @Override
    public PCollection<KV<String, ClusterElement>> expand(PCollection<byte[]> edges) {
        return edges.apply("Gather", ParDo.of(new Gather()))
                .apply("ToSingleKey", GroupByKey.create())
                .apply("Decide", ParDo.of(new Decide()));
    }

    private static final class Gather extends DoFn<byte[], KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks edges;

        @StartBundle
        public void start() {
            edges = new RecordBlocks();
        }

        @ProcessElement
        public void gather(@Element byte[] edge, OutputReceiver<KV<Integer, byte[]>> out) {
            edges.add(0, edge, (key, block) -> out.output(KV.of(key, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            edges.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    private static final class Decide extends DoFn<KV<Integer, Iterable<byte[]>>, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void decide(@Element KV<Integer, Iterable<byte[]>> edges, OutputReceiver<KV<String, ClusterElement>> out)
                throws IOException {
            try (var clusters = new StarClusters()) {
                for (byte[] block : edges.getValue()) {
                    clusters.add(block);
                }
                clusters.forEachMember(member -> out.output(KV.of(
                        hex(member.digest()),
                        ClusterElement.newBuilder()
                                .setMerge(MergeDecision.newBuilder()
                                        .setRepresentativeDigest(hex(member.representativeDigest()))
                                        .setRelation(member.relation().name())
                                        .setSimilarity(member.similarity())
                                        .setContainment(member.containment())
                                        .setIsEarlier(false)
                                        .build())
                                .build())));
            }
        }

        private static String hex(ByteBuffer digest) {
            return HexFormat.of().formatHex(AvroBytes.of(digest));
        }
    }
}
