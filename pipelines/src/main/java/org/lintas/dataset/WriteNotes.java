package org.lintas.dataset;

import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;

/** Writes the notes of a run for its manifest to one file, one note per line, and returns the path of the file. */
public final class WriteNotes extends PTransform<PCollection<String>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private final Layout layout;

    private WriteNotes(Layout layout) {
        this.layout = layout;
    }

    public static WriteNotes of(Layout layout) {
        return new WriteNotes(layout);
    }

    @Override
    public PCollection<String> expand(PCollection<String> notes) {
        return notes.apply("ToOneFile", WithKeys.of(Layout.NOTES))
                .apply("WriteFile", WriteFiles.of(layout, path -> TextIO.sink(), note -> 1));
    }
}
