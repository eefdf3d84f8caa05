package org.lintas.topic;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.record.EvidenceSpan;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Grade;
import org.lintas.text.CodePoints;
import org.lintas.text.Language;
import org.lintas.text.Sha256;
import org.lintas.topic.TopicModel.Likelihood;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.TopicModel.Thresholds;
import org.lintas.topic.encoder.OnnxEncoder;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageReader;
import org.lintas.topic.passage.PassageScores;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * Labels an article with topics by the terms in it and by what its passages say, whatever their words. A linear model decides
 * between {@code main}, {@code mention} and no label; the score is the probability of the grade or a higher one. Another one tells the genre.
 */
public final class TopicClassifier {

    /** Written into the file metadata of every dataset that depends on labels. */
    public static final String VERSION = "lexicon-model-11";

    private static final int MAX_TERMS = 17;
    private static final int MAX_PASSAGES = 3;

    /** A passage as likely as this to be about the topic is evidence, and in any case the best one where there is no term. */
    private static final double TELLS = 0.5;

    private static final int IN_TITLE = 3;
    private static final int IN_LEAD = 2;

    /** For topics that the models do not know: chosen on built-in topics of the training labels, each graded so. They are never without a term. */
    private static final Thresholds OWN_TOPICS = new Thresholds(0.5, 1, 0.8);

    private final TopicFinder finder;
    private final TokenVectors tokens = TokenVectors.forTopics();
    private final GenreModel genres = GenreModel.load();
    private final PassageReader passages;
    private final TopicModel model;
    private final TopicUpdate.Weights update;

    /**
     * A topic that may be a label of an article.
     *
     * @param finding its terms
     * @param features what the models grade it by
     * @param logOdds what they say
     * @param thresholds from which on it is given
     */
    public record Candidate(TopicFinding finding, FeatureVector features, LogOdds logOdds, Thresholds thresholds) {

        /** The grade that some likelihood gives it; empty for no label. */
        public Optional<Grade> grade(Likelihood likelihood) {
            boolean hasTerm = finding.hasEvidence();
            if (!thresholds.isGiven(likelihood, hasTerm)) {
                return Optional.empty();
            }
            return Optional.of(thresholds.isMain(likelihood, hasTerm) ? Grade.main : Grade.mention);
        }
    }

    private record WeightedHit(TopicFinding.Hit hit, double value) {}

    /**
     * What an article is about, and what kind of text it is.
     *
     * @param topics the labels, by topic
     * @param genre the likeliest genre, however likely; empty if there is nothing to read
     */
    public record Reading(List<TopicLabel> topics, Optional<GenreModel.Guess> genre) {}

    /** A classifier of the built-in topics with the vectors of tokens that are shipped. */
    public TopicClassifier() {
        this(TopicFinder.builtIn());
    }

    /**
     * A classifier with the vectors of tokens that are shipped.
     *
     * @param finder finds the terms of the topics to be told
     */
    public TopicClassifier(TopicFinder finder) {
        this(finder, PassageReader.shipped(), TopicModel.load(), OwnModel.none().weights());
    }

    private TopicClassifier(TopicFinder finder, PassageReader passages, TopicModel model, TopicUpdate.Weights update) {
        this.finder = finder;
        this.passages = passages;
        this.model = model;
        this.update = update;
    }

    /**
     * The same with what was learned from decisions of readers.
     *
     * @throws IOException if that was learned with other models
     */
    public TopicClassifier with(OwnModel own) throws IOException {
        TopicUpdate.Weights learned = own.weights();
        if (!own.isEmpty() && !learned.update().base().equals(base())) {
            throw new IOException(
                    "was trained with other models than those of this program and --encoder; train it again with the same"
                            + " decisions");
        }
        return new TopicClassifier(finder, passages, model, learned);
    }

    /** What tells the models that grade topics from others: a digest, hexadecimal. */
    public String base() {
        return Sha256.hex(VERSION + ' ' + model.digest());
    }

    /**
     * A classifier of the built-in topics with a sentence encoder: see {@link #with(OnnxEncoder, TopicFinder)}.
     *
     * @throws IOException if the models that were trained with it cannot be read, or are of another one
     */
    public static TopicClassifier with(OnnxEncoder encoder) throws IOException {
        return with(encoder, TopicFinder.builtIn());
    }

    /**
     * A classifier with a sentence encoder in place of the vectors of tokens. The genre is told by these all the same.
     *
     * @throws IOException if the models that were trained with it cannot be read, or are of another one
     */
    public static TopicClassifier with(OnnxEncoder encoder, TopicFinder finder) throws IOException {
        try (InputStream passages = encoder.files().model("passage.model");
                InputStream topics = encoder.files().model("topic.model.gz")) {
            return new TopicClassifier(
                    finder,
                    new PassageReader(encoder, PassageModel.read(passages)),
                    TopicModel.read(topics),
                    OwnModel.none().weights());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + ": use the encoder that passage.model was trained with", e);
        }
    }

    /** Log odds of each topic by its number in a passage alone. */
    float[] logOdds(String passage) {
        return passages.model()
                .logOdds(PassageModel.normalise(passages.encoder().encode(passage)));
    }

    /** The labels of an article, by topic. */
    public List<TopicLabel> classify(Language language, String title, String text) {
        return read(language, title, text).topics();
    }

    /** The labels and the genre of an article. */
    public Reading read(Language language, String title, String text) {
        TopicFinder.Findings found = finder.find(language, title, text);
        PassageVectors vectors = PassageVectors.of(tokens, language, found.title(), text);
        double[] likely = genres.probabilities(GenreFeatures.of(found, vectors.opening()));
        var genre = Optional.of(GenreModel.likeliest(likely))
                .filter(any -> !vectors.passages().isEmpty());
        return new Reading(topics(found, said(found, vectors), likely), genre);
    }

    private PassageScores said(TopicFinder.Findings found, PassageVectors vectors) {
        PassageVectors read = passages.encoder() instanceof TokenVectors
                ? vectors
                : PassageVectors.of(passages.encoder(), found.language(), found.title(), found.text());
        return PassageScores.of(passages.model(), read);
    }

    /**
     * The topics that may be labels of an article, with what the models say of each.
     *
     * @return by topic
     */
    public List<Candidate> candidates(Language language, String title, String text) {
        TopicFinder.Findings found = finder.find(language, title, text);
        PassageVectors vectors = PassageVectors.of(tokens, language, found.title(), text);
        return candidates(
                found, said(found, vectors), genres.probabilities(GenreFeatures.of(found, vectors.opening())));
    }

    private List<Candidate> candidates(TopicFinder.Findings found, PassageScores said, double[] likely) {
        TopicFinder.Findings article = found.withTopicsSaid(said);
        if (article.candidates().isEmpty()) {
            return List.of();
        }
        var features = new TopicFeatures(article, said, likely);
        var candidates = new ArrayList<Candidate>();
        TopicModel.Shared shared = null;
        for (int number : article.candidates()) {
            TopicFinding finding = article.topics().get(number);
            FeatureVector vector = features.vector(number);
            shared = shared == null ? model.shared(vector) : shared;
            LogOdds logOdds = update.over(model.logOdds(vector, shared), finding.topic(), article.language(), vector);
            Thresholds thresholds = article.taxonomy().number(finding.topic()) < 0 ? OWN_TOPICS : model.thresholds();
            candidates.add(new Candidate(finding, vector, logOdds, thresholds));
        }
        return candidates;
    }

    private List<TopicLabel> topics(TopicFinder.Findings found, PassageScores said, double[] likely) {
        var labels = new ArrayList<TopicLabel>();
        for (Candidate candidate : candidates(found, said, likely)) {
            Likelihood likelihood = candidate.logOdds.likelihood();
            candidate
                    .grade(likelihood)
                    .ifPresent(grade -> labels.add(TopicLabel.newBuilder()
                            .setTopic(candidate.finding.topic())
                            .setGrade(grade.name())
                            .setScore(grade == Grade.main ? likelihood.main() : likelihood.any())
                            .setEvidence(evidence(found, candidate.finding, said))
                            .build()));
        }
        return labels;
    }

    private static List<EvidenceSpan> evidence(TopicFinder.Findings article, TopicFinding finding, PassageScores said) {
        var evidence = new ArrayList<>(terms(article, finding));
        int topic = article.taxonomy().number(finding.topic());
        if (topic < 0) {
            return evidence;
        }
        for (PassageScores.Said passage : said.saying(topic, MAX_PASSAGES)) {
            if (evidence.isEmpty() || passage.probability() >= TELLS) {
                evidence.add(span(
                                article,
                                passage.passage().inTitle(),
                                passage.passage().start(),
                                passage.passage().end())
                        .setProbability(passage.probability())
                        .build());
            }
        }
        return evidence;
    }

    /** The strongest terms: by weight and position, each repetition less than the one before. */
    private static List<EvidenceSpan> terms(TopicFinder.Findings article, TopicFinding finding) {
        Map<Taxonomy.Term, Integer> times = new HashMap<>();
        int leadEnd = TopicProfile.leadEnd(article);
        return finding.hits().stream()
                .map(hit -> {
                    int position = hit.start() < article.textStart() ? IN_TITLE : hit.start() < leadEnd ? IN_LEAD : 1;
                    int time = times.merge(hit.term(), 1, Integer::sum);
                    return new WeightedHit(hit, hit.term().weight() * position / time);
                })
                .sorted(Comparator.comparingDouble((WeightedHit h) -> -h.value).thenComparingInt(h -> h.hit.start()))
                .limit(MAX_TERMS)
                .map(weighted -> term(article, weighted.hit))
                .toList();
    }

    private static EvidenceSpan term(TopicFinder.Findings article, TopicFinding.Hit hit) {
        boolean inTitle = hit.start() < article.textStart();
        int offset = inTitle ? 0 : article.textStart();
        int end = inTitle ? Math.min(hit.end(), article.title().length()) : hit.end() - offset;
        return span(article, inTitle, hit.start() - offset, end).build();
    }

    private static EvidenceSpan.Builder span(TopicFinder.Findings article, boolean inTitle, int start, int end) {
        String field = inTitle ? article.title() : article.text();
        return EvidenceSpan.newBuilder()
                .setTerm(field.substring(start, end))
                .setInTitle(inTitle)
                .setStart(CodePoints.offset(field, start))
                .setEnd(CodePoints.offset(field, end));
    }
}
