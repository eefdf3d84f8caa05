package org.lintas.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.lintas.schemas.Dataset;

/**
 * Encodes records of mixed types: one byte for the type, then the record in Avro's binary encoding. The types are the
 * rows of all datasets and the intermediate records of the pipeline.
 */
final class RecordCoder extends CustomCoder<SpecificRecord> {

    static final RecordCoder INSTANCE = new RecordCoder();

    private static final long serialVersionUID = 1;
    private static final List<Coder<SpecificRecord>> CODERS = new ArrayList<>();
    private static final Map<Class<?>, Integer> KINDS = new HashMap<>();

    static {
        for (Dataset dataset : Dataset.values()) {
            add(dataset.schema());
        }
        add(Capture.getClassSchema());
        add(Draft.getClassSchema());
        add(SealedDraft.getClassSchema());
        add(ArchiveCount.getClassSchema());
    }

    private RecordCoder() {}

    private static void add(Schema schema) {
        @SuppressWarnings("unchecked")
        var kind = (Class<SpecificRecord>) SpecificData.get().getClass(schema);
        KINDS.put(kind, CODERS.size());
        CODERS.add(AvroCoder.specific(kind));
    }

    @Override
    public void encode(SpecificRecord record, OutputStream out) throws IOException {
        Integer kind = KINDS.get(record.getClass());
        if (kind == null) {
            throw new CoderException(record.getClass() + " is not a supported record type");
        }
        out.write(kind);
        CODERS.get(kind).encode(record, out);
    }

    @Override
    public SpecificRecord decode(InputStream in) throws IOException {
        int kind = in.read();
        if (kind < 0 || kind >= CODERS.size()) {
            throw new CoderException("unknown record type: " + kind);
        }
        return CODERS.get(kind).decode(in);
    }

    /** Equal records may differ in their bytes, since Avro may split lists into blocks in different ways. */
    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(this, "records cannot be used as keys");
    }

    private Object readResolve() {
        return INSTANCE;
    }
}
