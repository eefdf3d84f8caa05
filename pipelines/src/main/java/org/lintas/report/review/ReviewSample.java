package org.lintas.report.review;

import java.sql.SQLException;
import java.util.Optional;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * Which articles of a corpus a reader is shown. The same corpus gives the same articles in the same order, and the first of them are those of a
 * smaller sample.
 *
 * @param kind how they are chosen
 * @param topic only articles with this topic, of either grade
 * @param language only articles in this language (BCP 47)
 * @param articles greatest number of articles
 */
public record ReviewSample(Kind kind, Optional<String> topic, Optional<String> language, int articles) {

    /** Greatest number of articles that a page may have. */
    public static final int MOST = 2_000;

    /** How articles are chosen. */
    public enum Kind {
        /**
         * Those whose grade is least sure: its score lies closest to the lowest that the grade has in the corpus. Languages take turns, and in
         * each language topics and grades do. Articles without a topic have no score and are never among them.
         */
        UNCERTAIN("""
                rows AS (
                    SELECT article_id, language, topic, grade, score - min(score) OVER (PARTITION BY grade) AS distance
                    FROM article_topics
                ),
                turns AS (
                    SELECT *, row_number() OVER (PARTITION BY language, topic, grade ORDER BY distance, article_id) AS turn
                    FROM rows
                    WHERE topic = coalesce(getvariable('review_topic'), topic)
                        AND language = coalesce(getvariable('review_language'), language)
                ),
                once AS (
                    FROM turns
                    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY turn, distance, topic) = 1
                ),
                ordered AS (
                    SELECT article_id, topic, distance,
                           row_number() OVER (PARTITION BY language ORDER BY turn, distance, article_id) AS turn
                    FROM once
                )
                SELECT article_id, topic AS asked, row_number() OVER (ORDER BY turn, distance, article_id) AS position
                FROM ordered
                """),
        /** Any, in the order of a digest of their ids: each article is as likely as any other, with a topic or without. */
        RANDOM("""
                ordered AS (
                    SELECT article_id, md5('review' || article_id) AS lot
                    FROM articles
                    WHERE language = coalesce(getvariable('review_language'), language)
                        AND (getvariable('review_topic') IS NULL
                            OR article_id IN (SELECT article_id FROM article_topics WHERE topic = getvariable('review_topic')))
                )
                SELECT article_id, CAST(getvariable('review_topic') AS VARCHAR) AS asked,
                       row_number() OVER (ORDER BY lot, article_id) AS position
                FROM ordered
                """);

        private final String places;

        Kind(String places) {
            this.places = places;
        }
    }

    /** Makes the table {@code chosen}: the ids of the articles, the topic that each was chosen for, and their places in the sample, from 1. */
    void choose(CorpusDatabase database) throws SQLException {
        set(database, "review_topic", topic);
        set(database, "review_language", language);
        database.execute("CREATE OR REPLACE TEMP TABLE chosen AS\nFROM (\nWITH " + kind.places + ")\nWHERE position <= "
                + articles);
    }

    private static void set(CorpusDatabase database, String name, Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            database.set(name, value.get());
        } else {
            database.execute("RESET VARIABLE " + name);
        }
    }
}
