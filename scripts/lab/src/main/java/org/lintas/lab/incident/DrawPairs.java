package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.Incidents;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;

/**
 * Draws pairs of real articles for readers: pairs that are joined, and pairs just below the threshold, by language, with a fixed seed.
 *
 * <p>Usage: {@code DrawPairs CORPUS PAIRS KEY}: a finished corpus with full texts; the pairs as JSON lines; and which of them are joined, as a table.
 */
public final class DrawPairs {

    private static final int JOINED = 250;
    private static final int BELOW = 150;

    /** Pairs of one pair of languages. */
    private static final int OF_LANGUAGES = 60;

    /** A pair that is not joined nearly is if it is so likely to be of one incident. */
    private static final double NEARLY = .3;

    private static final int TEXT = 700;
    private static final long SEED = 20251127;

    private DrawPairs() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: DrawPairs CORPUS PAIRS KEY");
        }
        var corpus = FinishedCorpus.open("CORPUS", new Layout(args[0]));
        var reader = new ReportReader();
        Map<String, Draft> drafts = new HashMap<>();
        List<ArticleReport> reports = new ArrayList<>();
        CorpusDrafts.forEach(
                corpus,
                draft -> reader.read(draft).ifPresent(report -> {
                    reports.add(report);
                    drafts.put(draft.getArticleId(), draft);
                }));
        Map<String, List<String>> incidents = new HashMap<>();
        Incidents.of(reports).forEach(incident -> incident.forEach(article -> incidents.put(article, incident)));
        Predicate<Incidents.Pair> isJoined = pair -> incidents.get(pair.one()).contains(pair.other());
        List<Incidents.Pair> pairs = new ArrayList<>(Incidents.pairs(reports).stream()
                .filter(isJoined.or(pair -> pair.probability() >= NEARLY))
                .toList());
        Collections.shuffle(pairs, new Random(SEED));
        List<Incidents.Pair> drawn = new ArrayList<>(draw(pairs, isJoined, JOINED, drafts));
        drawn.addAll(draw(pairs, isJoined.negate(), BELOW, drafts));
        Collections.shuffle(drawn, new Random(SEED));
        var json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (Incidents.Pair pair : drawn) {
            Draft one = drafts.get(pair.one());
            Draft other = drafts.get(pair.other());
            ObjectNode line = json.createObjectNode();
            line.put("n", lines.size() + 1);
            line.put("languages", languages(pair, drafts));
            line.set("one", article(json, one));
            line.set("other", article(json, other));
            lines.add(json.writeValueAsString(line));
            key.add(String.join(
                    "\t",
                    Integer.toString(lines.size()),
                    Boolean.toString(isJoined.test(pair)),
                    Double.toString(pair.probability()),
                    pair.one(),
                    pair.other()));
        }
        Files.write(Path.of(args[1]), lines);
        Files.write(Path.of(args[2]), key);
        System.out.printf("%d reports, %d pairs, %d drawn%n", reports.size(), pairs.size(), drawn.size());
    }

    private static List<Incidents.Pair> draw(
            List<Incidents.Pair> shuffled, Predicate<Incidents.Pair> isWanted, int count, Map<String, Draft> drafts) {
        Map<String, Integer> drawn = new TreeMap<>();
        return shuffled.stream()
                .filter(isWanted)
                .filter(pair -> drawn.merge(languages(pair, drafts), 1, Integer::sum) <= OF_LANGUAGES)
                .limit(count)
                .toList();
    }

    private static String languages(Incidents.Pair pair, Map<String, Draft> drafts) {
        List<String> both = new ArrayList<>(List.of(
                drafts.get(pair.one()).getLanguage(), drafts.get(pair.other()).getLanguage()));
        Collections.sort(both);
        return String.join("-", both);
    }

    private static ObjectNode article(ObjectMapper json, Draft draft) {
        return json.createObjectNode()
                .put("title", draft.getTitle())
                .put(
                        "published",
                        draft.getPublishedAt() == null
                                ? null
                                : draft.getPublishedAt()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString())
                .put("outlet", draft.getSource())
                .put(
                        "text",
                        draft.getText()
                                .substring(0, Math.min(TEXT, draft.getText().length())));
    }
}
