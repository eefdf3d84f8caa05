package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.lintas.record.ArticleReport;

/** What of a report has a vector. */
public enum Meaning {
    /** Headline and first sentences. */
    OPENING(ArticleReport::getVector),
    /** Headline, or first sentence if there is none, tokens weighed by how well they tell events apart. */
    TITLE(ArticleReport::getTitleVector),
    /** Headline and beginning of the text, weighed in the same way. */
    BEGINNING(ArticleReport::getBeginningVector);

    private final Function<ArticleReport, ByteBuffer> vector;

    Meaning(Function<ArticleReport, ByteBuffer> vector) {
        this.vector = vector;
    }

    /** The vector, a byte a dimension. */
    public ByteBuffer of(ArticleReport report) {
        return vector.apply(report);
    }
}
