package org.lintas.dataset;

import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Writes what a run notes for its manifest: small elements, one JSON object a line. */
public final class WriteNotes<T> extends PTransform<PCollection<T>, PDone> {

    private static final long serialVersionUID = 1;

    private final String path;

    private WriteNotes(String path) {
        this.path = path;
    }

    /**
     * Writes elements whose {@code toString} is JSON, as that of Avro records is.
     *
     * @param kind names the file of notes
     */
    public static <T> WriteNotes<T> of(Layout layout, String kind) {
        return new WriteNotes<>(layout.notes(kind));
    }

    @Override
    public PDone expand(PCollection<T> elements) {
        return elements.apply(
                        "ToJson", MapElements.into(TypeDescriptors.strings()).via(Object::toString))
                .apply("WriteText", TextIO.write().to(path).withoutSharding());
    }
}
