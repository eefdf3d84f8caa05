package org.lintas.lab.topic;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lintas.language.LanguageIdentifier;
import org.lintas.place.CountryTagger;
import org.lintas.record.CountryMention;
import org.lintas.record.EvidenceSpan;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;
import org.lintas.topic.GenreModel;
import org.lintas.topic.TopicClassifier;

/** What Lintas says about labelled articles, whether its evidence is where it says, and how fast it says it. */
final class TopicEvaluation {

    /** Sentences translated from English news: nearly none is about crime. */
    private static final String TRANSLATED = "ntrex:";

    private static final int SPEED_LENGTH = 3_000;
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 6_000;

    /**
     * Labels of an article.
     *
     * @param main topics that it is about
     * @param any topics that it is about or raises
     * @param countries that it names; null if not asked
     */
    record Judgement(Set<String> main, Set<String> any, Set<String> countries) {}

    private final TopicClassifier classifier;
    private final CountryTagger tagger;
    private final double loadSeconds;
    private int evidence;
    private int misplaced;
    private int translated;
    private int falseAlarms;

    /** Evaluation of a classifier that is made and loaded here, so that the time is measured. */
    TopicEvaluation(Supplier<TopicClassifier> made) {
        long start = System.nanoTime();
        classifier = made.get();
        tagger = new CountryTagger();
        for (var language : Language.values()) {
            classifier.classify(language, "", "a");
            tagger.tag(language, "", "a");
        }
        loadSeconds = (System.nanoTime() - start) / 1e9;
    }

    Judgement judge(LabelledArticle article) {
        var main = new TreeSet<String>();
        var any = new TreeSet<String>();
        for (TopicLabel label : classifier.classify(article.language(), article.title(), article.text())) {
            any.add(label.getTopic());
            if (label.getGrade().equals("main")) {
                main.add(label.getTopic());
            }
            label.getEvidence().forEach(hit -> check(hit, hit.getInTitle() ? article.title() : article.text()));
        }
        if (article.id().startsWith(TRANSLATED)
                && article.main().isEmpty()
                && article.mention().isEmpty()) {
            translated++;
            falseAlarms += any.isEmpty() ? 0 : 1;
        }
        var countries = new TreeSet<String>();
        for (CountryMention country :
                tagger.tag(article.language(), article.title(), article.text()).countries()) {
            countries.add(country.getCountry());
        }
        return new Judgement(main, any, countries);
    }

    /** The likeliest genre, whether or not it is likely enough to be given. */
    Optional<GenreModel.Guess> genre(LabelledArticle article) {
        return classifier
                .read(article.language(), article.title(), article.text())
                .genre();
    }

    private void check(EvidenceSpan hit, String field) {
        int[] points = field.codePoints().toArray();
        boolean inside = hit.getStart() >= 0 && hit.getStart() < hit.getEnd() && hit.getEnd() <= points.length;
        evidence++;
        if (!inside || !new String(points, hit.getStart(), hit.getEnd() - hit.getStart()).equals(hit.getTerm())) {
            misplaced++;
        }
    }

    void printChecks() {
        System.out.printf("%nEvidence: %d terms, %d not where they are said to be%n", evidence, misplaced);
        System.out.printf(
                "Translated articles without a label: %d, labelled all the same: %d%n", translated, falseAlarms);
    }

    /** Language, topics and countries of texts cut or repeated to 3,000 characters, in one thread. */
    void printSpeed(List<LabelledArticle> articles) {
        var identifier = new LanguageIdentifier();
        List<String> texts = articles.stream()
                .map(LabelledArticle::text)
                .filter(text -> !text.isEmpty())
                .map(text -> text.repeat(SPEED_LENGTH / text.length() + 1).substring(0, SPEED_LENGTH))
                .toList();
        List<LabelledArticle> used =
                articles.stream().filter(a -> !a.text().isEmpty()).toList();
        long checksum = 0;
        long start = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            if (i == WARM_UP) {
                start = cpuNanos();
            }
            int at = i % texts.size();
            LabelledArticle article = used.get(at);
            String text = texts.get(at);
            checksum += identifier.guess(article.title(), text).code().hashCode();
            checksum += classifier
                    .classify(article.language(), article.title(), text)
                    .size();
            checksum += tagger.tag(article.language(), article.title(), text)
                    .countries()
                    .size();
        }
        double seconds = (cpuNanos() - start) / 1e9;
        System.out.printf(
                "%nSpeed: %.0f documents of %d characters a CPU second, loaded in %.2f s (check sum %d)%n",
                MEASURED / seconds, SPEED_LENGTH, loadSeconds, checksum);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
