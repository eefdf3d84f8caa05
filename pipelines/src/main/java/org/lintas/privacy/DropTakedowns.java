package org.lintas.privacy;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.lintas.record.Draft;
import org.lintas.record.Records;
import org.lintas.record.RejectCounter;
import org.lintas.record.Rejects;
import org.lintas.record.Step;
import org.lintas.schemas.RejectReason;

/** Drops articles on the list of takedowns, by their address, the address of their capture, or their outlet. */
public final class DropTakedowns extends PTransform<Records<Records.Extracted>, Records<Records.Extracted>> {

    private static final long serialVersionUID = 1;

    private final Takedowns takedowns;

    private DropTakedowns(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    public static DropTakedowns of(Takedowns takedowns) {
        return new DropTakedowns(takedowns);
    }

    @Override
    public Records<Records.Extracted> expand(Records<Records.Extracted> records) {
        return Records.of(records.all().apply("Drop", ParDo.of(new Drop(takedowns))));
    }

    private static final class Drop extends Step<Draft> {
        private static final long serialVersionUID = 1;
        private static final String STAGE = "care";

        private final Takedowns takedowns;

        Drop(Takedowns takedowns) {
            super(Draft.class, STAGE);
            this.takedowns = takedowns;
        }

        @Override
        protected SpecificRecord step(Draft draft) {
            Set<String> entries = takedowns.entries(draft.getSource(), draft.getUrl(), draft.getCaptureUrl());
            if (entries.isEmpty()) {
                return draft;
            }
            RejectCounter.count(STAGE, RejectReason.TAKEDOWN);
            return Rejects.of(
                            STAGE,
                            RejectReason.TAKEDOWN,
                            draft.getArchiveFile(),
                            draft.getArchiveOffset(),
                            Takedowns.detail(entries))
                    .setRecordId(draft.getRecordId())
                    .setUrl(draft.getUrl())
                    .build();
        }
    }
}
