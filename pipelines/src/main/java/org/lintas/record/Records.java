package org.lintas.record;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;

/**
 * The records between two stages up to the signatures: captures or drafts, with rejects and counts that pass through, in one collection. The type
 * parameter is how far they are, so that stages in a wrong order do not compile.
 */
public final class Records<S extends Records.State> implements PInput, POutput {

    /** How far records are. */
    public interface State {}

    /** Captures, as archives contain them. */
    public interface Captured extends State {}

    /** Drafts of articles. */
    public interface Extracted extends State {}

    /** Drafts whose language is known and wanted. */
    public interface Identified extends State {}

    /** Sealed drafts with signatures. */
    public interface Signed extends State {}

    /** Sealed drafts whose texts are without the lines that their outlets repeat. */
    public interface Cut extends State {}

    /** Sealed drafts from which the articles were taken out. */
    public interface Listed extends State {}

    private final PCollection<SpecificRecord> all;

    private Records(PCollection<SpecificRecord> all) {
        this.all = all;
    }

    /** Records that are as far as the type says. */
    public static <S extends State> Records<S> of(PCollection<SpecificRecord> all) {
        return new Records<>(all);
    }

    /** All of them, whatever their type. */
    public PCollection<SpecificRecord> all() {
        return all;
    }

    /** Applies a transform that takes records as far as these. */
    public <T extends POutput> T apply(String name, PTransform<? super Records<S>, T> transform) {
        return Pipeline.applyTransform(name, this, transform);
    }

    @Override
    public Pipeline getPipeline() {
        return all.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
        return all.expand();
    }

    /** The collection has been finished by the transform that made it. */
    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
}
