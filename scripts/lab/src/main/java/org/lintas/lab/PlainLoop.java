package org.lintas.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.archive.bytes.Budget;
import org.lintas.dataset.ArticleRows;
import org.lintas.dataset.ParquetSink;
import org.lintas.dedup.line.DraftLines;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.entity.EntityFinder;
import org.lintas.entity.WatchList;
import org.lintas.extract.ArticleExtractor;
import org.lintas.figure.FigureFinder;
import org.lintas.language.LanguageGuess;
import org.lintas.language.LanguageIdentifier;
import org.lintas.place.PlaceLabels;
import org.lintas.record.Capture;
import org.lintas.record.Draft;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Reject;
import org.lintas.text.Language;
import org.lintas.text.PublishedText;
import org.lintas.text.latin.NameSpelling;
import org.lintas.topic.TopicClassifier;

/**
 * The work of {@code build} in one thread, without Beam, everything in memory: what the frame of Beam and Flink costs is the
 * ratio of the two. For benchmarks.
 *
 * <p>Usage: {@code PlainLoop INPUT OUTPUT}: a folder of archive files and a folder to write to.
 */
public final class PlainLoop implements Captures.Sink {

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final LanguageIdentifier identifier = new LanguageIdentifier();
    private final TopicClassifier classifier = new TopicClassifier();
    private final PlaceLabels places = new PlaceLabels();
    private final FigureFinder figures = new FigureFinder();
    private final EntityFinder entities = new EntityFinder(WatchList.none());
    private final NameSpelling spellings = new NameSpelling();
    private final List<Draft> extracted = new ArrayList<>();
    private Budget budget = new Budget(0);
    private long records;
    private long rejects;
    private long articles;

    private PlainLoop() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: PlainLoop INPUT OUTPUT");
        }
        var loop = new PlainLoop();
        Captures.read(Path.of(args[0]), loop);
        loop.write(Path.of(args[1]));
        System.out.printf("%d records, %d articles, %d rejects%n", loop.records, loop.articles, loop.rejects);
    }

    @Override
    public void begin(Budget next) {
        budget = next;
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public void capture(Capture capture) {
        records++;
        Draft draft = extractor.extract(capture).draft();
        LanguageGuess guess = draft == null ? null : identifier.guess(draft.getTitle(), draft.getText());
        if (guess == null || Language.of(guess.code()).isEmpty()) {
            rejects++;
            return;
        }
        draft.setLanguage(guess.code());
        draft.setLanguageConfidence(guess.confidence());
        extracted.add(draft);
    }

    @Override
    public void reject(Reject reject) {
        records++;
        rejects++;
    }

    @Override
    public void skip(String kind) {
        records++;
    }

    /** The articles that are no near duplicates of a better one. */
    private List<Draft> distinct() {
        Map<String, Draft> best = new HashMap<>();
        for (DraftLines.Cut cut : DraftLines.cutAll(extracted)) {
            best.merge(
                    cut.draft().getContentDigest(),
                    cut.draft(),
                    (a, b) -> RepresentativeRank.BEST_FIRST.compare(RepresentativeRank.of(a), RepresentativeRank.of(b))
                                    <= 0
                            ? a
                            : b);
        }
        List<Draft> texts = List.copyOf(best.values());
        List<NearDuplicates.Membership> memberships =
                NearDuplicates.of(texts.stream().map(NearDuplicates.Article::of).toList(), Thresholds.DEFAULT);
        return IntStream.range(0, texts.size())
                .filter(i -> memberships.get(i).result().isEmpty())
                .mapToObj(texts::get)
                .toList();
    }

    private void write(Path output) throws IOException {
        Map<String, List<Draft>> byLanguage = new TreeMap<>();
        List<Draft> kept = distinct();
        articles = kept.size();
        for (Draft draft : kept) {
            Language language = Language.of(draft.getLanguage()).orElseThrow();
            draft.setTopics(classifier.classify(language, draft.getTitle(), draft.getText()));
            Draft placed = places.label(draft);
            draft.setCountries(placed.getCountries());
            draft.setPlaces(placed.getPlaces());
            draft.setIsCrossBorder(placed.getIsCrossBorder());
            draft.setFigures(draft.getTopics().isEmpty() ? List.of() : figures.find(draft));
            draft.setEntities(entities.find(draft));
            byLanguage
                    .computeIfAbsent(draft.getLanguage(), any -> new ArrayList<>())
                    .add(draft);
        }
        for (var partition : byLanguage.entrySet()) {
            List<Draft> drafts = partition.getValue();
            Path folder = Files.createDirectories(output.resolve(partition.getKey()));
            writeFile(
                    Dataset.ARTICLES,
                    folder,
                    drafts.stream().map(draft -> ArticleRows.article(draft, PublishedText.FULL)));
            writeFile(
                    Dataset.ARTICLE_TOPICS,
                    folder,
                    drafts.stream().flatMap(d -> d.getTopics().stream().map(t -> ArticleRows.topic(d, t))));
            writeFile(
                    Dataset.ARTICLE_COUNTRIES,
                    folder,
                    drafts.stream().flatMap(d -> d.getCountries().stream().map(c -> ArticleRows.country(d, c))));
            writeFile(
                    Dataset.ARTICLE_PLACES,
                    folder,
                    drafts.stream().flatMap(d -> d.getPlaces().stream().map(p -> ArticleRows.place(d, p))));
            writeFile(
                    Dataset.ARTICLE_FIGURES,
                    folder,
                    drafts.stream().flatMap(d -> d.getFigures().stream().map(f -> ArticleRows.figure(d, f))));
            writeFile(
                    Dataset.ARTICLE_ENTITIES,
                    folder,
                    drafts.stream()
                            .flatMap(d -> d.getEntities().stream().map(e -> ArticleRows.entity(d, e, spellings))));
        }
    }

    private static <T extends SpecificRecord> void writeFile(Dataset dataset, Path folder, Stream<T> rows)
            throws IOException {
        Path file = folder.resolve(dataset.folder() + ".parquet");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ParquetSink<T> sink = ParquetSink.of(dataset, Map.of());
            sink.open(channel);
            for (T row : (Iterable<T>) rows::iterator) {
                sink.write(row);
            }
            sink.flush();
        }
    }
}
