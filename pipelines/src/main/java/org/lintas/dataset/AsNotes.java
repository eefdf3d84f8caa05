package org.lintas.dataset;

import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Makes notes of small elements: JSON objects of one member, whose name is their kind. */
public final class AsNotes<T> extends PTransform<PCollection<T>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private final String kind;

    private AsNotes(String kind) {
        this.kind = kind;
    }

    /** Notes elements whose {@code toString} is JSON, as that of Avro records is. */
    public static <T> AsNotes<T> of(String kind) {
        return new AsNotes<>(kind);
    }

    @Override
    public PCollection<String> expand(PCollection<T> elements) {
        String name = kind;
        return elements.apply(
                "AsNote",
                MapElements.into(TypeDescriptors.strings()).via(element -> "{\"" + name + "\": " + element + "}"));
    }
}
