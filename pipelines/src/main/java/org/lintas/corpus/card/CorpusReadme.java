package org.lintas.corpus.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.lintas.schemas.DataDictionary;

/** The README of a corpus: example queries, then the data dictionary. */
public final class CorpusReadme {

    private CorpusReadme() {}

    public static String markdown() {
        return examples()
                + DataDictionary.markdown()
                        .replace("# Data dictionary\n\n", "## Datasets\n\n")
                        .replace("\n## ", "\n### ");
    }

    private static String examples() {
        try (InputStream in = CorpusReadme.class.getResourceAsStream("corpus.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
