package org.lintas.record;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * A pipeline step that maps each record of one type to exactly one record and forwards all others unchanged. So no
 * record can be lost or duplicated, and consecutive steps have a single output, which lets the runner fuse them. A
 * record on which the step fails with an exception becomes a reject, since hostile pages may trigger unknown bugs of
 * parsers.
 */
public abstract class Step<T extends SpecificRecord> extends DoFn<SpecificRecord, SpecificRecord> {

    private static final long serialVersionUID = 1;

    private final Class<T> kind;
    private final String stage;

    /**
     * Creates a step.
     *
     * @param kind type of the records that it processes: captures or drafts
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

    /** Maps a record. */
    protected abstract SpecificRecord step(T record);

    /** Maps a record; any failure becomes a reject, except errors of the environment such as lack of memory. */
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
