package org.lintas.report.browse;

/** The day of publication as far as it is known: {@code 2025-10-16}, {@code 2025-10}, {@code 2025}. */
final class ArticleDay {

    /** An expression over the columns of {@code articles}. */
    static final String SQL = "strftime(published_at, CASE published_precision::VARCHAR"
            + " WHEN 'year' THEN '%Y' WHEN 'month' THEN '%Y-%m' ELSE '%Y-%m-%d' END)";

    private ArticleDay() {}
}
