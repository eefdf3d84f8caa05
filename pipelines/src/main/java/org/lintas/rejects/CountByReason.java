package org.lintas.rejects;

import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.schemas.Reject;

/** Counts rejects by reason, as JSON objects. */
public final class CountByReason extends PTransform<PCollection<Reject>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private CountByReason() {}

    public static CountByReason create() {
        return new CountByReason();
    }

    @Override
    public PCollection<String> expand(PCollection<Reject> rejects) {
        return rejects.apply(
                        "TakeReason",
                        MapElements.into(TypeDescriptors.strings())
                                .via(reject -> reject.getReason().name()))
                .apply("Count", Count.perElement())
                .apply(
                        "ToJson",
                        MapElements.into(TypeDescriptors.strings())
                                .via(count -> "{\"reason\": \"" + count.getKey() + "\", \"count\": " + count.getValue()
                                        + "}"));
    }
}
