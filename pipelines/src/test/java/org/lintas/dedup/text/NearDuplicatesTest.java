package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lintas.dedup.text.NearDuplicates.Article;
import org.lintas.dedup.text.NearDuplicates.Membership;
import org.lintas.schemas.DuplicateRelation;

class NearDuplicatesTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private static Article article(String id, int hour, String text) {
        Instant time = START.plusSeconds(3_600L * hour);
        return new Article(
                new RepresentativeRank(time, 3, text.length(), id, "archive", 0),
                new Provenance(null, "outlet " + id, time),
                false,
                "id",
                null,
                text);
    }

    private static Map<String, String> representatives(List<Article> articles) {
        List<Membership> memberships = NearDuplicates.of(articles, Thresholds.DEFAULT);
        Map<String, String> representatives = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            representatives.put(
                    articles.get(i).rank().articleId(),
                    articles.get(memberships.get(i).representative()).rank().articleId());
        }
        return representatives;
    }

    @Test
    void earliestRepresentsEachReport() {
        List<Article> articles = new ArrayList<>();
        for (SampleReports report : SampleReports.values()) {
            List<String> sentences = report.sentences();
            articles.add(article(report + " cut", 2, String.join("\n", sentences.subList(0, 8))));
            articles.add(article(report + " first", 1, report.text()));
            articles.add(article(report + " wrapped", 3, "Kredit: Arsip Warta\n" + report.text()));
            articles.add(article(report + " other", 1, report.withNumber(77)));
        }

        Map<String, String> representatives = representatives(articles);

        for (SampleReports report : SampleReports.values()) {
            assertThat(representatives)
                    .containsEntry(report + " first", report + " first")
                    .containsEntry(report + " cut", report + " first")
                    .containsEntry(report + " wrapped", report + " first")
                    .containsEntry(report + " other", report + " other");
        }
    }

    @Test
    void resultsAreTowardsTheRepresentative() {
        List<Membership> memberships = NearDuplicates.of(
                List.of(article("b", 2, SampleReports.LAO.text()), article("a", 1, SampleReports.LAO.text())),
                Thresholds.DEFAULT);

        assertThat(memberships.get(1)).isEqualTo(new Membership(1, Optional.empty()));
        assertThat(memberships.get(0).representative()).isEqualTo(1);
        assertThat(memberships.get(0).result().orElseThrow().relation()).hasValue(DuplicateRelation.identical);
    }

    @Test
    void orderOfArticlesDoesNotMatter() {
        var random = new Random(11);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> words = SampleReports.words(200, i / 10);
            for (int edit = 0; edit < random.nextInt(40); edit++) {
                words.set(random.nextInt(words.size()), "e" + random.nextInt(1_000));
            }
            articles.add(article("a" + i, random.nextInt(5), String.join(" ", words)));
        }
        Map<String, String> answer = representatives(articles);

        assertThat(answer.values().stream().distinct().count()).isBetween(30L, 200L);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(articles, random);
            assertThat(representatives(articles)).isEqualTo(answer);
        }
    }

    /** Clusters of the first articles stay, and equal those of all articles at once. */
    @Test
    void earlierRepresentativesStay() {
        List<Article> earlier = new ArrayList<>();
        List<Article> later = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> words = SampleReports.words(150, i / 4);
            words.set(10 * (i % 4), "satu" + i);
            Article article = article("a" + i, 50 - i, String.join(" ", words));
            if (i % 2 == 0) {
                earlier.add(new Article(article.rank(), article.provenance(), true, "id", null, article.text()));
            } else {
                later.add(article);
            }
        }
        Map<String, String> before = representatives(earlier);
        List<Article> all = new ArrayList<>(later);
        all.addAll(earlier);

        assertThat(representatives(all)).containsAllEntriesOf(before);
        assertThat(representatives(all).values().stream().distinct().count()).isEqualTo(10);
        assertThat(before.values()).containsAll(representatives(all).values());
    }

    /** Pairs that a full bucket leaves out are found by their numbers: each number is in two distant articles. */
    @Test
    void theCostOfTextsOfOneTemplateIsLinear() {
        int articles = 20_000;
        String template = String.join(" ", SampleReports.words(120, 5)) + " harga %d rupiah "
                + String.join(" ", SampleReports.words(60, 6));
        List<Article> family = IntStream.range(0, articles)
                .mapToObj(i -> article("a" + i, i % 1_000, template.formatted(1_000 + i % (articles / 2))))
                .toList();

        NearDuplicates found = NearDuplicates.find(family, Thresholds.DEFAULT);

        assertThat(found.comparedPairs()).isLessThan(25L * articles);
        for (int i = 0; i < articles / 2; i++) {
            assertThat(found.memberships().get(i).representative())
                    .isEqualTo(found.memberships().get(i + articles / 2).representative())
                    .isIn(i, i + articles / 2);
        }
    }

    @Test
    void equalTextsAreOneCluster() {
        List<Article> articles = IntStream.range(0, 5_000)
                .mapToObj(i -> article("a" + i, i, SampleReports.BURMESE.text()))
                .toList();

        assertThat(representatives(articles).values()).containsOnly("a0");
    }

    @Test
    void emptyTextsAreSingletons() {
        assertThat(representatives(List.of(article("a", 1, ""), article("b", 1, ""), article("c", 1, "!"))))
                .isEqualTo(Map.of("a", "a", "b", "b", "c", "c"));
    }
}
