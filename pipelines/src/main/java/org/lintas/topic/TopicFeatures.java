package org.lintas.topic;

import java.util.ArrayList;
import java.util.List;
import org.lintas.schemas.Genre;
import org.lintas.topic.passage.PassageScores;

/**
 * Features of each topic of an article: strength, position and spread of its terms; the other topics of the article; the
 * setting; the genre; what its passages say whatever their words; and, hashed, the terms themselves and the letters of headline and lead. All but the hashed features mean the same in
 * every language, so that the model learns from labels in one language for all.
 */
public final class TopicFeatures {

    private static final List<String> TOPICS = Taxonomy.builtIn().topics();
    private static final List<String> SETTINGS = CrimeSettings.get().names();
    private static final int GENRES = Genre.values().length;
    static final int MAX_HITS = 8;
    static final int MAX_TERMS = 5;
    static final int MAX_DENSITY = 10;
    static final int MAX_PARTS = 10;
    static final int MAX_RANK = 3;
    private static final int OF_TOPIC = 5;
    private static final int OF_SETTING = 5;
    private static final int OF_GENRE = 3;
    private static final int OF_PAIR = 2;

    /** Bands of the log odds of the opening, each of one, around 0. */
    static final int SAID_BANDS = 10;

    /** Passages with at least these log odds say a topic; beyond the others they are no surer. */
    private static final double SAYS = 0;

    private static final double SURE = 6;

    private static final int HITS = Signal.values().length;
    private static final int TERMS = HITS + MAX_HITS + 1;
    private static final int DENSITY = TERMS + MAX_TERMS + 1;
    private static final int SPREAD = DENSITY + MAX_DENSITY + 1;
    private static final int RANK = SPREAD + MAX_PARTS + 1;
    private static final int SAID = RANK + MAX_RANK + 1;
    private static final int SAID_WITHOUT_TERM = SAID + SAID_BANDS;
    private static final int SETTING = SAID_WITHOUT_TERM + SAID_BANDS;

    private static final int GENRE = SETTING + SETTINGS.size() * OF_SETTING;

    /** End of the features that are the same for all topics and languages. */
    public static final int SHARED = GENRE + GENRES * OF_GENRE;

    private static final int TOPIC = SHARED;
    private static final int TOPIC_IN_SETTING = TOPIC + TOPICS.size() * OF_TOPIC;
    private static final int TOPIC_IN_GENRE = TOPIC_IN_SETTING + TOPICS.size() * SETTINGS.size();
    private static final int PAIR = TOPIC_IN_GENRE + TOPICS.size() * GENRES;

    /** End of the features of single topics, settings and genres of topics, and pairs of topics; the hashed ones follow. */
    public static final int PLAIN = PAIR + TOPICS.size() * TOPICS.size() * OF_PAIR;

    private static final int BUCKET_BITS = 19;

    /** Few articles have more features than these, n-grams aside. */
    private static final int PLAIN_AT_MOST = 256;

    /** Number of features. */
    public static final int SIZE = PLAIN + (1 << BUCKET_BITS);

    /** Length for which {@link Signal#LENGTH} is 0, and the shortest length that it distinguishes. */
    private static final double USUAL_LENGTH = 1_500;

    private static final double MIN_LENGTH = 100;
    private static final int SHORT = 600;

    /** Distance within which terms of other topics make a list of crimes, and a sentence full of them, in UTF-16 units. */
    private static final int LISTED = 30;

    private static final int SAME_SENTENCE = 100;

    /** Distance within which words of a setting are near a term, in UTF-16 units. */
    private static final int NEAR = 100;

    /** Share of the text after which its end begins. */
    private static final double LATE = 2 / 3.0;

    /** Norm of the n-grams of an article, relative to the other features. */
    private static final double LETTERS_NORM = 2.4;

    /** The name of a feature that is not hashed: what a model file knows it by. */
    public static String name(int index) {
        return FeatureNames.ALL.get(index);
    }

    private final TopicFinder.Findings article;
    private final PassageScores said;
    private final double[] genres;
    private final int[] letters;
    private final int leadEnd;
    private final double size;
    private final List<TopicProfile> profiles = new ArrayList<>();
    private final List<CoreTerms> coreTerms;

    /** Number of each topic found in the models; -1 for those that they do not know. */
    private final int[] topics;

    /**
     * The features of an article.
     *
     * @param article its terms
     * @param said what its passages say
     * @param genres how likely it is of each genre
     */
    public TopicFeatures(TopicFinder.Findings article, PassageScores said, double[] genres) {
        this.article = article;
        this.said = said;
        this.genres = genres.clone();
        this.letters = LeadLetters.of(article.title(), article.text());
        this.leadEnd = TopicProfile.leadEnd(article);
        this.size = article.letters();
        this.topics = article.topics().stream()
                .mapToInt(t -> article.taxonomy().number(t.topic()))
                .toArray();
        this.coreTerms = article.topics().stream().map(CoreTerms::of).toList();
        article.topics().forEach(finding -> profiles.add(TopicProfile.of(article, finding)));
    }

    /** The features of a topic, by its number among those found. */
    public FeatureVector vector(int topic) {
        var vector = new FeatureVector(PLAIN_AT_MOST);
        TopicProfile profile = profiles.get(topic);
        addStrength(vector, profile);
        addPlace(vector, profile);
        addOthers(vector, topic);
        addSaid(vector, topic);
        addGenres(vector, topic);
        if (isKnown(topic)) {
            addOwn(vector, topic);
        }
        article.settings().forEach(setting -> addSetting(vector, topic, setting));
        double unit = LETTERS_NORM / Math.sqrt(letters.length + 1.0);
        if (isKnown(topic)) {
            addTerms(vector, topic);
            int seed = article.topics().get(topic).topic().hashCode() * 0x85EBCA6B;
            vector.addGrams(letters, seed, unit);
        } else {
            vector.addSharedGrams(letters, unit);
        }
        return vector;
    }

    /** Whether the models know a topic. Features of single topics are absent for others. */
    private boolean isKnown(int topic) {
        return topics[topic] >= 0;
    }

    private void addOwn(FeatureVector vector, int topic) {
        TopicProfile profile = profiles.get(topic);
        int own = TOPIC + topics[topic] * OF_TOPIC;
        vector.add(own, 1);
        vector.add(own + 1, squash(profile.density, 3));
        vector.add(own + 2, profile.titleCore);
        vector.add(own + 3, profile.openingCore);
        vector.add(own + 4, sureness(said.opening(topics[topic])));
    }

    private void addStrength(FeatureVector vector, TopicProfile profile) {
        add(vector, Signal.BIAS, 1);
        add(vector, Signal.CORE, squash(profile.coreSum, 3));
        add(vector, Signal.SUPPORTING, squash(profile.supportingSum, 1));
        add(vector, Signal.CONTEXT, squash(profile.contextSum, 0.5));
        add(vector, Signal.GREATEST_WEIGHT, profile.greatestWeight);
        add(vector, Signal.NO_CORE, profile.coreHits == 0 ? 1 : 0);
        add(vector, Signal.CORE_TERMS, squash(profile.coreTerms.size(), 2));
        add(vector, Signal.SUPPORTING_TERMS, squash(profile.supportingTerms.size(), 2));
        add(vector, Signal.CONTEXT_TERMS, squash(profile.contextTerms.size(), 2));
        add(vector, Signal.DENSITY, squash(profile.density, 3));
        add(vector, Signal.SHARE_OF_TEXT, squash(100.0 * profile.hitLength / Math.max(1, article.length()), 1.5));
        add(vector, Signal.CORE_PER_LENGTH, squash(profile.coreSum * 1_000 / size, 2));
        add(vector, Signal.SHORT, article.length() < SHORT ? 1 : 0);
        add(vector, Signal.LENGTH, StrictMath.log(Math.max(MIN_LENGTH, size) / USUAL_LENGTH));
        vector.add(HITS + Math.min(profile.coreHits, MAX_HITS), 1);
        vector.add(TERMS + Math.min(profile.coreTerms.size(), MAX_TERMS), 1);
        vector.add(DENSITY + Math.min((int) profile.density, MAX_DENSITY), 1);
    }

    private void addPlace(FeatureVector vector, TopicProfile profile) {
        boolean noTitle = article.title().isEmpty();
        double leadCoreSum = squash(profile.leadCoreSum, 2);
        add(vector, Signal.NO_TITLE, noTitle ? 1 : 0);
        add(vector, Signal.TITLE_CORE, profile.titleCore);
        add(vector, Signal.TITLE_SUPPORTING, Math.min(1, profile.titleSupporting));
        add(vector, Signal.TITLE_CONTEXT, Math.min(1, profile.titleContext * 3));
        add(vector, Signal.LEAD_CORE, profile.leadCore);
        add(vector, Signal.LEAD_CORE_SUM, leadCoreSum);
        add(vector, Signal.LEAD_SUPPORTING, squash(profile.leadSupporting, 0.5));
        add(vector, Signal.OPENING_CORE, profile.openingCore);
        add(vector, Signal.OPENING_SUPPORTING, Math.min(1, profile.openingSupporting));
        if (noTitle) {
            add(vector, Signal.LEAD_CORE_WITHOUT_TITLE, profile.leadCore);
            add(vector, Signal.LEAD_CORE_SUM_WITHOUT_TITLE, leadCoreSum);
            add(vector, Signal.OPENING_CORE_WITHOUT_TITLE, profile.openingCore);
        }
        add(vector, Signal.CORE_COVER, profile.coreCover);
        add(vector, Signal.COVER, profile.cover);
        add(vector, Signal.COVER_AND_TITLE, profile.coreCover * profile.titleCore);
        add(vector, Signal.MOST_IN_STRETCH, squash(profile.mostInStretch, 2));
        add(vector, Signal.MOST_OF_TERM, squash(profile.mostOfTerm, 2));
        add(vector, Signal.LATE_CORE, ratio(profile.lateCore, profile.coreHits));
        double textLength = Math.max(1, article.text().length());
        add(vector, Signal.ONLY_LATE, profile.titleCore == 0 && profile.first > textLength * LATE ? 1 : 0);
        add(vector, Signal.PARTS, profile.parts / (double) MAX_PARTS);
        add(vector, Signal.CORE_PARTS, profile.coreParts / (double) MAX_PARTS);
        vector.add(SPREAD + profile.coreParts, 1);
        add(vector, Signal.FIRST, squash(profile.first, 200));
        add(vector, Signal.FIRST_SHARE, (double) profile.first / Math.max(1, article.length()));
        add(vector, Signal.STRETCH, Math.max(0, profile.last - profile.first) / textLength);
        add(vector, Signal.TITLE_AND_PARTS, profile.titleCore * profile.coreParts / MAX_PARTS);
        add(vector, Signal.TITLE_AND_OPENING, profile.titleCore * profile.openingCore);
    }

    /** What the passages say of the topic, whether or not it has terms; of one that the models do not know only what they say of others. */
    private void addSaid(FeatureVector vector, int topic) {
        TopicProfile profile = profiles.get(topic);
        int number = topics[topic];
        double others = -1;
        for (int other : article.taxonomy().numbers()) {
            others = other == number ? others : Math.max(others, sureness(said.opening(other)));
        }
        if (!isKnown(topic)) {
            add(vector, Signal.SAID_OF_OTHERS, others);
            return;
        }
        double opening = sureness(said.opening(number));
        double whole = sureness(said.whole(number));
        double most = sureness(said.best(number));
        boolean noTerm = profile.coreTerms.isEmpty() && profile.supportingTerms.isEmpty();
        add(vector, Signal.NO_TERM, noTerm ? 1 : 0);
        add(vector, Signal.SAID_IN_OPENING, opening);
        add(vector, Signal.SAID_IN_ALL, whole);
        add(vector, Signal.SAID_MOST, most);
        add(
                vector,
                Signal.SAID_MOST_IN_TITLE,
                article.title().isEmpty() || said.size() == 0 ? 0 : sureness(said.first(number)));
        add(vector, Signal.SAID_OF_OTHERS, others);
        add(vector, Signal.SAID_IN_OPENING_WITHOUT_TERM, noTerm ? opening : 0);
        add(vector, Signal.SAID_IN_ALL_WITHOUT_TERM, noTerm ? whole : 0);
        add(vector, Signal.SAID_MOST_WITHOUT_TERM, noTerm ? most : 0);
        add(vector, Signal.SAID_IN_OPENING_WITHOUT_CORE, profile.coreTerms.isEmpty() ? opening : 0);
        add(vector, Signal.SAID_IN_OPENING_OF_SHORT, article.length() < SHORT ? opening : 0);
        add(vector, Signal.PASSAGES_SAYING, ratio(said.count(number, SAYS), said.size()));
        add(vector, Signal.SAYING_FIRST, opening > others ? 1 : 0);
        add(vector, Signal.TERMS_AND_SAID, squash(profile.density, 3) * opening);
        int band = (int) Math.floor(said.opening(number)) + SAID_BANDS / 2;
        vector.add((noTerm ? SAID_WITHOUT_TERM : SAID) + Math.max(0, Math.min(SAID_BANDS - 1, band)), 1);
    }

    private void addGenres(FeatureVector vector, int topic) {
        boolean hasTerm = article.topics().get(topic).hasEvidence();
        double opening = isKnown(topic) ? sureness(said.opening(topics[topic])) : 0;
        for (int genre = 0; genre < GENRES; genre++) {
            int at = GENRE + genre * OF_GENRE;
            vector.add(at, genres[genre]);
            vector.add(at + 1, hasTerm ? 0 : genres[genre]);
            vector.add(at + 2, genres[genre] * opening);
            if (isKnown(topic)) {
                vector.add(TOPIC_IN_GENRE + topics[topic] * GENRES + genre, genres[genre]);
            }
        }
    }

    /** Log odds as a number from -1 to 1. */
    private static double sureness(double logOdds) {
        return Math.max(-SURE, Math.min(SURE, logOdds)) / SURE;
    }

    private void addOthers(FeatureVector vector, int topic) {
        TopicProfile profile = profiles.get(topic);
        double sum = 0;
        double strongest = 0;
        double inTitle = 0;
        int stronger = 0;
        for (int i = 0; i < profiles.size(); i++) {
            TopicProfile other = profiles.get(i);
            sum += other.density;
            if (i != topic) {
                strongest = Math.max(strongest, other.density);
                inTitle = Math.max(inTitle, other.titleCore);
                stronger += other.density > profile.density ? 1 : 0;
                if (isKnown(topic) && isKnown(i)) {
                    int pair = PAIR + (topics[topic] * TOPICS.size() + topics[i]) * OF_PAIR;
                    vector.add(pair, squash(other.density, 3));
                    vector.add(pair + 1, other.titleCore);
                }
            }
        }
        int before = (int)
                profiles.stream().filter(other -> other.first < profile.first).count();
        add(vector, Signal.NAMED_FIRST, before == 0 ? 1 : 0);
        add(vector, Signal.NAMED_AFTER, squash(before, 1));
        addLists(vector, topic);
        add(vector, Signal.SHARE_OF_TOPICS, ratio(profile.density, sum));
        add(vector, Signal.RATIO_TO_STRONGEST, ratio(profile.density, profile.density + strongest));
        add(vector, Signal.STRONGEST_OTHER, squash(strongest, 3));
        add(vector, Signal.OTHER_IN_TITLE, inTitle);
        add(vector, Signal.ONLY_OTHER_IN_TITLE, profile.titleCore == 0 ? inTitle : 0);
        add(vector, Signal.TOPICS, (profiles.size() - 1) / 5.0);
        vector.add(RANK + Math.min(stronger, MAX_RANK), 1);
    }

    /** Shares of the core terms that are near those of other topics, as in a list of crimes. */
    private void addLists(FeatureVector vector, int topic) {
        int core = 0;
        int listed = 0;
        int longListed = 0;
        int alone = 0;
        for (TopicFinding.Hit hit : article.topics().get(topic).hits()) {
            if (hit.is(Taxonomy.Kind.CORE)) {
                core++;
                int near = 0;
                int around = 0;
                for (int i = 0; i < profiles.size(); i++) {
                    if (i != topic) {
                        int distance = coreTerms.get(i).distance(hit);
                        near += distance < LISTED ? 1 : 0;
                        around += distance < SAME_SENTENCE ? 1 : 0;
                    }
                }
                listed += near > 0 ? 1 : 0;
                longListed += around > 1 ? 1 : 0;
                alone += around == 0 ? 1 : 0;
            }
        }
        add(vector, Signal.LISTED, ratio(listed, core));
        add(vector, Signal.LONG_LISTED, ratio(longListed, core));
        add(vector, Signal.STRETCH_OF_OWN, squash(alone, 2));
    }

    private void addSetting(FeatureVector vector, int topic, TopicFinding setting) {
        SettingShare share = SettingShare.of(article, setting);
        int number = SETTINGS.indexOf(setting.topic());
        int at = SETTING + number * OF_SETTING;
        vector.add(at, share.title());
        vector.add(at + 1, share.lead());
        vector.add(at + 2, share.density());
        vector.add(at + 3, profiles.get(topic).titleCore > 0 ? share.title() : 0);
        vector.add(at + 4, near(article.topics().get(topic), setting));
        if (isKnown(topic)) {
            vector.add(TOPIC_IN_SETTING + topics[topic] * SETTINGS.size() + number, share.density());
        }
    }

    /** Share of the core terms with a word of the setting nearby. Both are in the order of the text. */
    private static double near(TopicFinding topic, TopicFinding setting) {
        int core = 0;
        int near = 0;
        int next = 0;
        for (TopicFinding.Hit hit : topic.hits()) {
            if (hit.is(Taxonomy.Kind.CORE)) {
                core++;
                while (next < setting.hits().size() && setting.hits().get(next).start() <= hit.start() - NEAR) {
                    next++;
                }
                near += next < setting.hits().size() && setting.hits().get(next).start() < hit.start() + NEAR ? 1 : 0;
            }
        }
        return core == 0 ? 0 : (double) near / core;
    }

    private void addTerms(FeatureVector vector, int topic) {
        TopicProfile profile = profiles.get(topic);
        for (List<Taxonomy.Term> terms : List.of(profile.coreTerms, profile.supportingTerms, profile.contextTerms)) {
            terms.stream().filter(Taxonomy.Term::isBuiltIn).forEach(term -> vector.add(bucket(term.hash()), 1));
        }
        for (TopicFinding.Hit hit : article.topics().get(topic).hits()) {
            if (hit.start() < leadEnd && hit.term().isBuiltIn()) {
                vector.add(bucket(~hit.term().hash()), 1);
            }
        }
    }

    /** The feature of a hash. */
    static int bucket(int hash) {
        return PLAIN + ((hash * 0x9E3779B1) >>> (Integer.SIZE - BUCKET_BITS));
    }

    private static double squash(double value, double half) {
        return SettingShare.squash(value, half);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    // The index is only used within this program: model files contain names.
    @SuppressWarnings("EnumOrdinal")
    private static void add(FeatureVector vector, Signal signal, double value) {
        vector.add(signal.ordinal(), value);
    }
}
