package org.lintas.care;

import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.element.Draft;
import org.lintas.rejects.RejectCounter;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Drops articles that were asked to be taken down, by their address or by that under which they were captured. */
public final class DropTakedowns extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private final Takedowns takedowns;

    private DropTakedowns(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    public static DropTakedowns of(Takedowns takedowns) {
        return new DropTakedowns(takedowns);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        return drafts.apply("Drop", ParDo.of(new Drop(takedowns)).withOutputTags(ARTICLES, TupleTagList.of(REJECTS)));
    }

    private static final class Drop extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;
        private static final String STAGE = "care";

        private final Takedowns takedowns;

        Drop(Takedowns takedowns) {
            this.takedowns = takedowns;
        }

        @ProcessElement
        public void drop(@Element Draft draft, MultiOutputReceiver out) {
            Optional<String> entry = takedowns.entry(draft.getUrl()).or(() -> takedowns.entry(draft.getCaptureUrl()));
            if (entry.isEmpty()) {
                out.get(ARTICLES).output(draft);
            } else {
                RejectCounter.count(STAGE, RejectReason.TAKEDOWN);
                out.get(REJECTS)
                        .output(Rejects.of(
                                        STAGE,
                                        RejectReason.TAKEDOWN,
                                        draft.getArchiveFile(),
                                        draft.getArchiveOffset(),
                                        entry.get())
                                .setRecordId(draft.getRecordId())
                                .setUrl(draft.getUrl())
                                .build());
            }
        }
    }
}
