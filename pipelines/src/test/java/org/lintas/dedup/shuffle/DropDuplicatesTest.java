package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.SampleReports;
import org.lintas.dedup.text.Thresholds;
import org.lintas.extract.SettleDates;
import org.lintas.flink.Flink;
import org.lintas.flink.FlinkJob;
import org.lintas.record.Draft;
import org.lintas.record.Records;
import org.lintas.record.SizeArticles;
import org.lintas.record.WithoutTexts;
import org.lintas.schemas.Article;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.DuplicateKind;
import org.lintas.schemas.Fingerprint;
import org.lintas.storage.TemporaryFiles;
import org.lintas.text.ContentDigest;
import org.lintas.text.Sha256;

class DropDuplicatesTest {

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keepsTheBestOfEachGroupInAnyOrder(long seed) {
        String one = SampleReports.INDONESIAN.text();
        var drafts = new ArrayList<>(List.of(
                draft("undated", null, null, one),
                draft("late", MAY.plusSeconds(60), "A", one.toUpperCase(Locale.ROOT)),
                draft("early", MAY, null, one),
                draft("early complete", MAY, "A", one),
                draft("cut", MAY.plusSeconds(90), "B", one.substring(0, one.length() * 4 / 5)),
                draft("alone", null, null, SampleReports.THAI.text())));
        Collections.shuffle(drafts, new Random(seed));

        check(
                drafts,
                articles -> {
                    assertThat(articles)
                            .extracting(Draft::getRecordId)
                            .containsExactlyInAnyOrder("early complete", "alone");
                    assertThat(articles).extracting(Draft::getClusterSize).containsExactlyInAnyOrder(5L, 1L);
                    assertThat(articles).extracting(Draft::getFirstPublishedAt).containsExactlyInAnyOrder(MAY, null);
                    assertThat(articles)
                            .extracting(Draft::getOutlets)
                            .containsExactlyInAnyOrder(
                                    List.of(
                                            "outlet cut",
                                            "outlet early",
                                            "outlet early complete",
                                            "outlet late",
                                            "outlet undated"),
                                    List.of("outlet alone"));
                    return null;
                },
                copies -> {
                    assertThat(copies)
                            .extracting(Duplicate::getRecordId)
                            .containsExactlyInAnyOrder("undated", "late", "early", "cut");
                    assertThat(copies)
                            .extracting(Duplicate::getRepresentativeRecordId)
                            .containsOnly("early complete");
                    return null;
                },
                "--runner=DirectRunner");
    }

    /** A record that was read twice is kept once. */
    @Test
    void theSameRecordTwice() {
        var drafts = List.of(
                Draft.newBuilder(draft("a", MAY, "T", SampleReports.LAO.text()))
                        .setArchiveFile("g")
                        .build(),
                draft("a", MAY, "T", SampleReports.LAO.text()));

        check(
                drafts,
                articles -> {
                    assertThat(articles).extracting(Draft::getArchiveFile).containsExactly("f");
                    return null;
                },
                copies -> {
                    assertThat(copies).extracting(Duplicate::getArchiveFile).containsExactly("g");
                    assertThat(copies).extracting(Duplicate::getKind).containsExactly(DuplicateKind.exact);
                    return null;
                },
                "--runner=DirectRunner");
    }

    /** Records with one id may differ in marks and dates: the best of them stands for all, wherever it was read. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void recordsWithOneIdAreOneText(long seed) {
        String text = SampleReports.INDONESIAN.text();
        var drafts = new ArrayList<>(List.of(
                draft("near", MAY, "T", text + " Polisi masih menyelidiki."),
                draft("same", MAY, "T", text + " Polisi masih menyelidiki kasus itu."),
                Draft.newBuilder(draft("same", MAY, "T", text + " Polisi masih menyelidiki kasus itu!!!"))
                        .setArchiveFile("g")
                        .build(),
                draft("same", MAY.plusSeconds(60), "T", text + " Polisi: masih menyelidiki kasus itu. - - - - -")));
        Collections.shuffle(drafts, new Random(seed));

        check(
                drafts,
                articles -> {
                    assertThat(articles)
                            .extracting(article -> article.getRecordId() + " in " + article.getArchiveFile())
                            .containsExactly("same in g");
                    assertThat(articles).extracting(Draft::getClusterSize).containsExactly(4L);
                    return null;
                },
                copies -> {
                    assertThat(copies)
                            .extracting(copy -> copy.getRecordId() + " " + copy.getKind())
                            .containsExactlyInAnyOrder("near near", "same exact", "same exact");
                    return null;
                },
                "--runner=DirectRunner");
    }

    /** Reprints, excerpts, copies and templates of many reports: the pipeline gives the clusters of the reference. */
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 6", "3, 7"})
    void givesTheClustersOfTheReference(int parallelism, long seed) {
        List<Draft> drafts = corpus();
        Map<String, String> representatives = reference(drafts);
        Collections.shuffle(drafts, new Random(seed));

        check(
                drafts,
                articles -> {
                    assertThat(articles)
                            .extracting(Draft::getRecordId)
                            .containsExactlyInAnyOrderElementsOf(Set.copyOf(representatives.values()));
                    for (Draft article : articles) {
                        assertThat(representatives.get(article.getRecordId())).isEqualTo(article.getRecordId());
                        assertThat(Collections.frequency(representatives.values(), article.getRecordId()))
                                .isEqualTo((int) article.getClusterSize());
                    }
                    return null;
                },
                copies -> {
                    Map<String, String> found = new HashMap<>(representatives);
                    found.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
                    assertThat(StreamSupport.stream(copies.spliterator(), false))
                            .hasSize(found.size())
                            .allSatisfy(copy -> assertThat(copy.getRepresentativeRecordId())
                                    .isEqualTo(found.get(copy.getRecordId())));
                    return null;
                },
                "--runner=FlinkRunner",
                "--parallelism=" + parallelism);
    }

    @Test
    void aGroupOfAnySizeIsSpilled() {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 5_000; i++) {
            drafts.add(draft("copy " + i, MAY.plusSeconds(5_000 - i), "T", SampleReports.KHMER.text()));
        }

        check(
                drafts,
                articles -> {
                    assertThat(articles).extracting(Draft::getRecordId).containsExactly("copy 4999");
                    return null;
                },
                copies -> {
                    assertThat(StreamSupport.stream(copies.spliterator(), false)
                                    .map(Duplicate::getArticleId)
                                    .distinct())
                            .hasSize(4_999);
                    assertThat(copies)
                            .extracting(Duplicate::getRepresentativeRecordId)
                            .containsOnly("copy 4999");
                    return null;
                },
                "--runner=FlinkRunner",
                "--parallelism=2");
    }

    /** With the memory that a run in one process gives to a step: nothing that is combined may be as large as the filter. */
    @Test
    void theFilterOfManyMillionArticlesFitsInSortBuffers() throws IOException {
        TemporaryFiles.open();
        var drafts = List.of(
                draft("one", MAY, "T", SampleReports.KHMER.text()),
                draft("again", MAY.plusSeconds(1), "T", SampleReports.KHMER.text()));
        var options = PipelineOptionsFactory.fromArgs("--runner=FlinkRunner", "--parallelism=2")
                .as(FlinkPipelineOptions.class);
        FlinkJob job = Flink.prepare(options, 1 << 20, List.of()).orElseThrow();
        try {
            check(
                    drafts,
                    40_000_000,
                    articles -> {
                        assertThat(articles).extracting(Draft::getRecordId).containsExactly("one");
                        return null;
                    },
                    copies -> {
                        assertThat(copies).extracting(Duplicate::getRecordId).containsExactly("again");
                        return null;
                    },
                    options);
        } finally {
            job.close();
        }
    }

    private static void check(
            List<Draft> drafts,
            SerializableFunction<Iterable<Draft>, Void> articles,
            SerializableFunction<Iterable<Duplicate>, Void> copies,
            String... flags) {
        var options = PipelineOptionsFactory.fromArgs(flags).create();
        if (options.getRunner() == FlinkRunner.class) {
            options.as(FlinkPipelineOptions.class).setFlinkMaster("[local]");
        }
        check(drafts, drafts.size(), articles, copies, options);
    }

    private static void check(
            List<Draft> drafts,
            long expected,
            SerializableFunction<Iterable<Draft>, Void> articles,
            SerializableFunction<Iterable<Duplicate>, Void> copies,
            PipelineOptions options) {
        TestPipeline pipeline = TestPipeline.fromOptions(options).enableAbandonedNodeEnforcement(false);
        PCollection<SpecificRecord> records = pipeline.apply(Create.of(drafts))
                .apply(MapElements.into(TypeDescriptor.of(SpecificRecord.class)).via(draft -> draft));
        Records<Records.Cut> signed = Records.<Records.Identified>of(records)
                .apply("SignTexts", SignTexts.of(SettleDates::counts))
                .apply("CutLines", CutLines.create());
        Records<Records.Listed> listed = signed.apply("WithoutTexts", WithoutTexts.create());
        var out = signed.apply(
                "DropDuplicates",
                DropDuplicates.of(
                        Thresholds.DEFAULT,
                        expected,
                        listed,
                        listed.apply("SizeArticles", SizeArticles.create()),
                        new DropDuplicates.Settling(
                                SettleDates.view(listed.apply("SettleDates", SettleDates.create())),
                                SettleDates::isOpen,
                                SettleDates::settle),
                        pipeline.apply("NoEarlier", Create.empty(TypeDescriptor.of(Fingerprint.class))),
                        (filter, ids) -> pipeline.apply("NoTexts", Create.empty(TypeDescriptor.of(Article.class)))));
        var kept = PCollectionList.of(out.get(DropDuplicates.SINGLETONS))
                .and(out.get(DropDuplicates.REPRESENTATIVES))
                .apply("Kept", Flatten.pCollections());
        PAssert.that(kept).satisfies(articles);
        PAssert.that(out.get(DropDuplicates.DUPLICATES)).satisfies(copies);
        PAssert.that(PCollectionList.of(kept.apply(
                                "Kept digests",
                                MapElements.into(TypeDescriptors.strings()).via(Draft::getContentDigest)))
                        .and(out.get(DropDuplicates.MERGED)
                                .apply(
                                        "Merged digests",
                                        MapElements.into(TypeDescriptors.strings())
                                                .via(Fingerprint::getContentDigest)))
                        .apply("Texts", Flatten.pCollections()))
                .satisfies(texts -> {
                    assertThat(texts).doesNotHaveDuplicates();
                    return null;
                });
        pipeline.run().waitUntilFinish();
    }

    /** Record ids of the representatives by record id; articles with one text belong to the best of them. */
    private static Map<String, String> reference(List<Draft> drafts) {
        Map<String, Draft> best = new TreeMap<>();
        drafts.forEach(draft -> best.merge(
                draft.getContentDigest(),
                draft,
                (a, b) -> RepresentativeRank.BEST_FIRST.compare(RepresentativeRank.of(a), RepresentativeRank.of(b)) <= 0
                        ? a
                        : b));
        List<Draft> distinct = List.copyOf(best.values());
        List<NearDuplicates.Membership> memberships = NearDuplicates.of(
                distinct.stream().map(NearDuplicates.Article::of).toList(), Thresholds.DEFAULT);
        Map<String, String> ofText = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            ofText.put(
                    distinct.get(i).getContentDigest(),
                    distinct.get(memberships.get(i).representative()).getRecordId());
        }
        Map<String, String> representatives = new HashMap<>();
        drafts.forEach(draft -> representatives.put(draft.getRecordId(), ofText.get(draft.getContentDigest())));
        return representatives;
    }

    private static List<Draft> corpus() {
        var random = new Random(4);
        List<Draft> drafts = new ArrayList<>();
        for (int report = 0; report < 150; report++) {
            List<String> words = SampleReports.words(120 + random.nextInt(80), report);
            String text = String.join(" ", words);
            Instant published = MAY.plusSeconds(random.nextInt(100_000));
            drafts.add(draft("s" + report, published, "T", text));
            for (int copy = 0; copy < random.nextInt(5); copy++) {
                List<String> edited = new ArrayList<>(words);
                for (int edit = 0; edit < random.nextInt(60); edit++) {
                    edited.set(random.nextInt(edited.size()), "e" + random.nextInt(1_000));
                }
                String changed = switch (random.nextInt(4)) {
                    case 0 -> text;
                    case 1 -> String.join(" ", edited.subList(0, edited.size() * 2 / 3));
                    case 2 -> "Diterbitkan ulang " + String.join(" ", edited);
                    default -> text + " harga " + copy + " rupiah sekilo di pasar";
                };
                drafts.add(draft("s" + report + "c" + copy, published.plusSeconds(random.nextInt(9)), "T", changed));
            }
        }
        return drafts;
    }

    private static Draft draft(String id, Instant published, String title, String text) {
        String digest = ContentDigest.of("", text);
        return Draft.newBuilder()
                .setArticleId(Sha256.hex(id + digest).substring(0, 32))
                .setRecordId(id)
                .setArchiveFile("f")
                .setArchiveOffset(0)
                .setText(text)
                .setTitle(title)
                .setSource("outlet " + id)
                .setPublishedAt(published)
                .setContentDigest(digest)
                .build();
    }
}
