package org.lintas.dataset;

import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Converts small elements to notes: JSON objects with one member, named after their kind. */
public final class AsNotes<T> extends PTransform<PCollection<T>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private final String kind;

    private AsNotes(String kind) {
        this.kind = kind;
    }

    /** Converts elements whose {@code toString} is JSON, such as Avro records. */
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
