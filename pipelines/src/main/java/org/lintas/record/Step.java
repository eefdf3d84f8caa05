package org.lintas.record;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * A step on the way of a record: makes one record of each of the kind that it knows, and hands on all others as they are. So nothing can get
 * lost or double between reading and writing, and steps that follow each other have one output, which lets a runner do them in one go. A
 * record on which the step itself fails becomes a reject, for hostile pages reach corners of parsers that nobody has seen.
 */
public abstract class Step<T extends SpecificRecord> extends DoFn<SpecificRecord, SpecificRecord> {

    private static final long serialVersionUID = 1;

    private final Class<T> kind;
    private final String stage;

    /**
     * A step.
     *
     * @param kind of the records that it knows, which must be captures or drafts
     * @param stage its name in rejects and counters
     */
    protected Step(Class<T> kind, String stage) {
        this.kind = kind;
        this.stage = stage;
    }

    @ProcessElement
    public final void process(@Element SpecificRecord record, OutputReceiver<SpecificRecord> out) {
        out.output(kind.isInstance(record) ? made(kind.cast(record)) : record);
    }

    /** What becomes of a record. */
    protected abstract SpecificRecord step(T record);

    /** What becomes of a record, whatever it does to the step; but for what the machine lacks, such as memory. */
    private SpecificRecord made(T record) {
        try {
            return step(record);
        } catch (RuntimeException | StackOverflowError e) {
            RejectCounter.count(stage, RejectReason.DAMAGED_RECORD);
            return reject(record, Rejects.cause(e));
        }
    }

    private Reject reject(T record, String detail) {
        String file = (String) field(record, "archive_file");
        long offset = (Long) field(record, "archive_offset");
        return Rejects.of(stage, RejectReason.DAMAGED_RECORD, file, offset, detail)
                .setRecordId((String) field(record, "record_id"))
                .setUrl((String) field(record, "url"))
                .build();
    }

    private Object field(T record, String name) {
        return record.get(record.getSchema().getField(name).pos());
    }
}
