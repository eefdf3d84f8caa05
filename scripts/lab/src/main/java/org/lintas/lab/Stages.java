package org.lintas.lab;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.entity.EntityFinder;
import org.lintas.entity.WatchList;
import org.lintas.extract.ArticleExtractor;
import org.lintas.figure.FigureFinder;
import org.lintas.language.LanguageGuess;
import org.lintas.language.LanguageIdentifier;
import org.lintas.place.PlaceLabels;
import org.lintas.record.Capture;
import org.lintas.record.Draft;
import org.lintas.text.Language;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * Times the stages of {@code build} alone, one after the other in one thread: CPU time and memory for each article, the best of several
 * rounds, and a hash of what the stage found, which is the same for the same results. CPU time of the thread, not time on the clock: it hardly
 * depends on what else a machine does. For benchmarks.
 *
 * <p>Usage: {@code Stages INPUT ROUNDS}: a folder of archive files that fit into memory.
 */
public final class Stages {

    /** Rounds before those that count. */
    private static final int WARM = 2;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int rounds;

    private Stages(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: Stages INPUT ROUNDS");
        }
        var stages = new Stages(Integer.parseInt(args[1]));
        stages.time(Captures.of(Path.of(args[0])));
    }

    private void time(List<Capture> captures) {
        System.out.printf("%-10s %8s %8s %10s %8s%n", "stage", "articles", "µs each", "a CPU s", "KB each");
        var extractor = new ArticleExtractor();
        time(
                "extract",
                captures,
                capture -> Objects.toString(extractor.extract(capture).draft()));
        var identifier = new LanguageIdentifier();
        List<Draft> drafts = kept(captures, extractor, identifier);
        time("language", drafts, draft -> identifier.guess(draft.getTitle(), draft.getText()));
        time(
                "signature",
                drafts,
                draft ->
                        Arrays.hashCode(Signature.of(Tokens.of(draft.getText())).toBytes()));
        var terms = TopicFinder.builtIn();
        time(
                "terms",
                drafts,
                draft -> terms.find(language(draft), draft.getTitle(), draft.getText())
                        .topics()
                        .size());
        var tokens = TokenVectors.load();
        time("vectors", drafts, draft -> {
            String title = Objects.requireNonNullElse(draft.getTitle(), "");
            return Arrays.hashCode(PassageVectors.of(tokens, language(draft), title, draft.getText())
                    .opening());
        });
        var classifier = new TopicClassifier();
        time("topics", drafts, draft -> classifier.classify(language(draft), draft.getTitle(), draft.getText()));
        drafts.forEach(
                draft -> draft.setTopics(classifier.classify(language(draft), draft.getTitle(), draft.getText())));
        var labels = new PlaceLabels();
        time("places", drafts, labels::label);
        List<Draft> placed = drafts.stream().map(labels::label).toList();
        var figures = new FigureFinder();
        time("figures", placed, draft -> draft.getTopics().isEmpty() ? List.of() : figures.find(draft));
        var entities = new EntityFinder(WatchList.none());
        time("entities", placed, entities::find);
    }

    private static List<Draft> kept(List<Capture> captures, ArticleExtractor extractor, LanguageIdentifier identifier) {
        var kept = new ArrayList<Draft>();
        for (Capture capture : captures) {
            Draft draft = extractor.extract(capture).draft();
            LanguageGuess guess = draft == null ? null : identifier.guess(draft.getTitle(), draft.getText());
            if (guess != null && Language.of(guess.code()).isPresent()) {
                draft.setLanguage(guess.code());
                draft.setLanguageConfidence(guess.confidence());
                kept.add(draft);
            }
        }
        return kept;
    }

    private static Language language(Draft draft) {
        return Language.of(draft.getLanguage()).orElseThrow();
    }

    private <T> void time(String stage, List<T> items, Function<T, Object> work) {
        long thread = Thread.currentThread().getId();
        long best = Long.MAX_VALUE;
        long allocated = 0;
        int hash = 0;
        for (int round = 0; round < WARM + rounds; round++) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getThreadAllocatedBytes(thread);
            hash = 1;
            for (T item : items) {
                hash = hash * 31 + work.apply(item).hashCode();
            }
            allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
            long spent = THREADS.getCurrentThreadCpuTime() - cpu;
            best = round < WARM ? best : Math.min(best, spent);
        }
        System.out.printf(
                "%-10s %8d %8.1f %10.0f %8.1f  %08x%n",
                stage,
                items.size(),
                best / 1e3 / items.size(),
                items.size() * 1e9 / best,
                allocated / 1e3 / items.size(),
                hash);
    }
}
