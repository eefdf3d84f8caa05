package org.lintas.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** Charsets by their labels, as browsers resolve them (encoding.spec.whatwg.org). */
final class CharsetLabels {

    private static final Map<String, Charset> BY_LABEL = new HashMap<>();

    static {
        for (var row : WordTable.read(CharsetLabels.class, "labels.tsv", 2)) {
            Charset charset = Charset.forName(row.get(0));
            for (String label : row.get(1).split(" ")) {
                BY_LABEL.put(label, charset);
            }
        }
    }

    private CharsetLabels() {}

    /** The charset of a label, if the label is known; empty for null. */
    static Optional<Charset> find(String label) {
        if (label == null || label.isBlank()) {
            return Optional.empty();
        }
        String name = LowerCase.of(label.strip());
        Charset known = BY_LABEL.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
