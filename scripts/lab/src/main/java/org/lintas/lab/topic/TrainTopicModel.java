package org.lintas.lab.topic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lintas.lab.topic.TokenTraining.Fitted;
import org.lintas.text.Sha256;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicModel;
import org.lintas.topic.TopicModel.Likelihood;
import org.lintas.topic.TopicModel.Thresholds;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;
import org.lintas.topic.passage.PassageReader;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * Trains the model that grades topics, and writes its card: what it was trained on, and what it scores on articles that it did
 * not see. The same labels and texts give the same bytes.
 *
 * <p>Usage: {@code TrainTopicModel ARTICLES LABELS[,LABELS] GENRES WRITTEN MODEL [ENCODER]}, folders as {@link LabelledArticle} reads them, and the
 * file to write; beside it are written {@code passage.model}, which tells what passages say, {@code topic-vectors.bin}, the vectors that it tells it by,
 * {@code genre.model}, which tells the genre, with its card, and the card, {@code .md} for {@code .gz}. With the graph of a sentence encoder ({@code
 * tokenizer.json} beside it) passages are read by that, and neither vectors nor a genre model are written.
 */
public final class TrainTopicModel {

    private static final int BANDS = 10;
    private static final int FOLDS = LabelledArticle.FOLDS;

    private TrainTopicModel() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 5 || args.length > 6) {
            throw new IllegalArgumentException(
                    "usage: TrainTopicModel ARTICLES LABELS[,LABELS] GENRES WRITTEN MODEL [ENCODER]");
        }
        var articles = new ArrayList<LabelledArticle>();
        for (String labels : args[1].split(",")) {
            articles.addAll(LabelledArticle.read(Path.of(args[0]), Path.of(labels)));
        }
        articles.addAll(LabelledArticle.readWritten(Path.of(args[3])));
        var withGenres = new ArrayList<>(articles);
        withGenres.addAll(LabelledArticle.read(Path.of(args[0]), Path.of(args[2])));
        Path file = Path.of(args[4]);
        List<Fitted> fitted = ofFolds(articles, some -> TokenTraining.fit(some, TokenVectors.load()));
        List<TokenVectors> vectors = fitted.stream().map(Fitted::vectors).toList();
        var genres = new GenreTraining(withGenres, vectors.subList(0, FOLDS));
        if (args.length == 6) {
            try (OnnxEncoder encoder = OnnxEncoder.open(EncoderFiles.of(args[5]))) {
                var remembering = new RememberingEncoder(encoder);
                // In one thread, before the folds are fitted in several.
                articles.forEach(
                        article -> PassageVectors.of(remembering, article.language(), article.title(), article.text())
                                .each());
                List<PassageReader> readers = ofFolds(articles, some -> PassageTraining.fit(some, remembering)).stream()
                        .map(model -> new PassageReader(remembering, model))
                        .toList();
                train(
                        articles,
                        readers,
                        genres,
                        "a sentence encoder (SHA-256 `" + encoder.files().digest() + "`)",
                        file);
            }
        } else {
            List<PassageReader> readers = fitted.stream()
                    .map(any -> new PassageReader(any.vectors(), any.model()))
                    .toList();
            train(
                    articles,
                    readers,
                    genres,
                    "`passage/topic-vectors.bin`, which `TokenTraining` fits with a fixed seed from those of `passage/token-vectors.md` on,\nwhere teacher, data and licences are named",
                    file);
            try (var out = Files.newOutputStream(file.resolveSibling("topic-vectors.bin"))) {
                vectors.get(FOLDS).writeRows(vectors.get(FOLDS).rows(), out);
            }
            try (var out = Files.newOutputStream(file.resolveSibling("genre.model"))) {
                genres.model(vectors.get(FOLDS)).write(out);
            }
            Files.writeString(file.resolveSibling("genre.model.md"), genreCard(withGenres, genres.scores()));
        }
    }

    /** What is fitted to all articles but those of a fold, for each fold, and at the end what is fitted to all. */
    private static <T> List<T> ofFolds(List<LabelledArticle> articles, Function<List<LabelledArticle>, T> fit) {
        return IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(held -> fit.apply(articles.stream()
                        .filter(article -> article.fold() != held)
                        .toList()))
                .toList();
    }

    private static void train(
            List<LabelledArticle> articles,
            List<PassageReader> readers,
            GenreTraining genres,
            String vectors,
            Path file)
            throws IOException {
        var training = new TopicTraining(articles, readers, genres.ofOthers());
        List<Likelihood> likelihoods = training.crossValidate();
        Thresholds thresholds = training.thresholds(likelihoods);
        try (var out = Files.newOutputStream(file)) {
            TopicModel.of(TopicRegression.fit(training.examples()), thresholds).write(out);
        }
        try (var out = Files.newOutputStream(file.resolveSibling("passage.model"))) {
            readers.get(FOLDS).model().write(out);
        }
        String card = card(articles, training, vectors, likelihoods, thresholds);
        Files.writeString(file.resolveSibling(file.getFileName().toString().replaceFirst("\\.gz$", "") + ".md"), card);
        System.out.print(card);
    }

    private static String genreCard(List<LabelledArticle> articles, GenreScores scores) {
        var card = new StringBuilder("# Model that tells the genre of an article\n\n");
        card.append(
                "Multinomial logistic regression over the features of `GenreFeatures` (words of each setting of `settings.yaml` by place, vector of\n");
        card.append(
                "headline and first sentences), fitted by `GenreTraining`, over the vectors of `passage/topic-vectors.bin`;\n");
        card.append(
                "`passage/token-vectors.md` names teacher, data and licences. What it does badly: reports with much opinion, an agency's news told like an event, rules told by way of a case; history,\n");
        card.append("law and campaigns are rare among the labels, `other` is nearly never found.\n\n");
        card.append(String.format(
                "- articles with a genre told by a reader of their first 900 characters: %d; written texts, which count less: %d%n",
                articles.stream().filter(GenreTraining::isTold).count(),
                articles.stream()
                        .filter(a -> !a.kind().equals(LabelledArticle.COLLECTED))
                        .count()));
        card.append(String.format("%n## Cross-validation, %d folds by article%n%n", LabelledArticle.FOLDS));
        card.append("Read articles only; a genre is given where it is likelier than not.\n\n```\n");
        scores.table().forEach(line -> card.append(line).append('\n'));
        card.append("```\n\n## Calibration in cross-validation\n\n");
        card.append("| probability of the likeliest genre | articles | mean probability | share that is right |\n");
        card.append("| --- | --- | --- | --- |\n");
        scores.calibration().forEach(line -> card.append(line).append('\n'));
        return card.toString();
    }

    private static String card(
            List<LabelledArticle> articles,
            TopicTraining training,
            String vectors,
            List<Likelihood> likelihoods,
            Thresholds thresholds)
            throws IOException {
        var card = new StringBuilder("# Model that grades topics\n\n");
        card.append(
                "Multinomial logistic regression over the features of `TopicFeatures`, fitted by `TrainTopicModel`; some of the features\n");
        card.append("are what a small network says of the passages, over the vectors of\n");
        card.append(
                vectors
                        + ".\n\nWhat it does badly: crimes told without their words (a fifth to a half is missed), texts that look like\nthem and are harmless, opinion pieces and wars with a topic as background, lawful neighbours of a crime.\n\n");
        card.append(String.format(
                "- articles: %d, examples: %d; of the articles %d were skimmed, count less, and are not measured with; %d are written texts%n",
                articles.size(),
                training.examples().size(),
                articles.stream().filter(article -> !article.isReadWhole()).count(),
                articles.stream()
                        .filter(article -> !article.kind().equals(LabelledArticle.COLLECTED))
                        .count()));
        card.append(String.format("- labels and texts (SHA-256): `%s`%n", digest(articles)));
        card.append(String.format("- taxonomy and settings (SHA-256): `%s`%n", taxonomyDigest()));
        card.append(String.format(
                Locale.ROOT,
                "- thresholds: main %.2f, main without a term %.2f, either grade %.2f%n",
                thresholds.main(),
                thresholds.mainWithoutTerm(),
                thresholds.any()));
        card.append(String.format("%n## Cross-validation, %d folds by article%n%n", LabelledArticle.FOLDS));
        card.append("F1 (precision/recall).\n\n");
        card.append("| language | main labels | main | main or mention | any main topic |\n");
        card.append("| --- | --- | --- | --- | --- |\n");
        var kinds = new KindScores();
        training.scores(likelihoods, thresholds, kinds)
                .forEach((language, scores) -> card.append(String.format(
                        "| %s | %d | %s | %s | %s |%n",
                        language, scores.get(0).labelled(), scores.get(0), scores.get(1), scores.get(2))));
        card.append("\n## Cross-validation by kind of text\n\n");
        card.append("```\n");
        kinds.table().forEach(line -> card.append(line).append('\n'));
        card.append("```\n");
        card.append("\n## Calibration in cross-validation\n\n");
        card.append(
                "Texts that tell a crime without its words are left out. Mentions are given from the threshold of either grade on.\n\n");
        card.append("| probability of main | examples | mean probability | share that is main |\n");
        card.append("| --- | --- | --- | --- |\n");
        card.append(calibration(training, likelihoods, 2, 1));
        card.append(
                "\n| probability of either grade, where main is not given | examples | mean probability | share with either grade |\n");
        card.append("| --- | --- | --- | --- |\n");
        card.append(calibration(training, likelihoods, 1, thresholds.main()));
        return card.toString();
    }

    /**
     * Rows of probabilities and what came of them.
     *
     * @param grade the least grade that the probability is of
     * @param below examples with a greater probability of main are left out
     */
    private static String calibration(TopicTraining training, List<Likelihood> likelihoods, int grade, double below) {
        var count = new int[BANDS];
        var right = new int[BANDS];
        var sum = new double[BANDS];
        for (int i = 0; i < likelihoods.size(); i++) {
            Likelihood likelihood = likelihoods.get(i);
            if (!training.counts(i) || likelihood.main() > below) {
                continue;
            }
            double probability = grade == 2 ? likelihood.main() : likelihood.any();
            int band = Math.min(BANDS - 1, (int) (probability * BANDS));
            count[band]++;
            sum[band] += probability;
            right[band] += training.examples().get(i).grade() >= grade ? 1 : 0;
        }
        var rows = new StringBuilder();
        for (int band = 0; band < BANDS; band++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "| %.1f–%.1f | %d | %.3f | %.3f |%n",
                    (double) band / BANDS,
                    (band + 1.0) / BANDS,
                    count[band],
                    sum[band] / Math.max(1, count[band]),
                    (double) right[band] / Math.max(1, count[band])));
        }
        return rows.toString();
    }

    private static String digest(List<LabelledArticle> articles) {
        var all = new StringBuilder();
        for (LabelledArticle article : articles) {
            all.append(String.join("\t", article.id(), article.language().code(), article.title(), article.text()))
                    .append('\t')
                    .append(article.main())
                    .append(article.mention())
                    .append('\n');
        }
        return Sha256.hex(all.toString());
    }

    private static String taxonomyDigest() throws IOException {
        Map<String, String> files = new TreeMap<>();
        var names = new ArrayList<>(Taxonomy.builtIn().topics());
        names.add("any_topic");
        names.replaceAll(name -> "taxonomy/" + name + ".yaml");
        names.add("settings.yaml");
        for (String name : names) {
            try (InputStream in = Taxonomy.class.getResourceAsStream(name)) {
                files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return Sha256.hex(String.join("\n", files.values()));
    }
}
