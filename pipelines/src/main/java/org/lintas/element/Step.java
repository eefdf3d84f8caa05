package org.lintas.element;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * A step on the way of a record: makes one record of each of the kind that it knows, and hands on all others as they are. So nothing can get
 * lost or double between reading and writing, and steps that follow each other have one output, which lets a runner do them in one go.
 */
public abstract class Step<T extends SpecificRecord> extends DoFn<SpecificRecord, SpecificRecord> {

    private static final long serialVersionUID = 1;

    private final Class<T> kind;

    protected Step(Class<T> kind) {
        this.kind = kind;
    }

    @ProcessElement
    public final void process(@Element SpecificRecord record, OutputReceiver<SpecificRecord> out) {
        out.output(kind.isInstance(record) ? step(kind.cast(record)) : record);
    }

    /** What becomes of a record. */
    protected abstract SpecificRecord step(T record);
}
