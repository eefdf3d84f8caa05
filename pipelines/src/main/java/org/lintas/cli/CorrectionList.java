package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.correction.CorrectionLine;
import org.lintas.correction.Corrections;
import org.lintas.dataset.PartReader;
import org.lintas.dataset.PartRows;
import org.lintas.dataset.StoredPart;
import org.lintas.failure.RunFailure;
import org.lintas.record.PartFile;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.Correction;
import org.lintas.schemas.Dataset;

/**
 * The decisions of readers that a corpus holds and those of {@code --corrections}.
 *
 * @param all what the new corpus holds
 * @param applied those of them that change labels or articles
 * @param others numbers of the others, by why they are not applied
 */
record CorrectionList(Corrections all, Corrections applied, Map<String, Long> others) {

    CorrectionList {
        others = Map.copyOf(others);
    }

    /**
     * Reads them.
     *
     * @param flag names the files in messages
     * @param files as the flag names them
     * @param topics codes of the taxonomy
     * @throws RunFailure naming file and line that are wrong
     */
    static CorrectionList of(String flag, List<String> files, FinishedCorpus corpus, Collection<String> topics) {
        try {
            List<Correction> decisions = stored(corpus);
            Set<String> known = decisions.stream().map(Correction::getArticleId).collect(Collectors.toSet());
            List<Correction> given = given(flag, files, topics);
            known.addAll(articles(
                    corpus, given.stream().map(Correction::getArticleId).collect(Collectors.toSet())));
            given.stream()
                    .filter(decision -> known.contains(decision.getArticleId()))
                    .forEach(decisions::add);
            Corrections all = corrections(flag, decisions);
            Map<String, Long> others = new LinkedHashMap<>();
            count(
                    others,
                    "of articles that the corpus does not have",
                    given.stream()
                            .filter(decision -> !known.contains(decision.getArticleId()))
                            .count());
            List<Correction> kept = all.list();
            count(
                    others,
                    "of copies",
                    kept.stream().filter(CorrectionList::isOfCopy).count());
            Set<String> codes = Set.copyOf(topics);
            count(
                    others,
                    "of topics that the taxonomy does not have",
                    kept.stream()
                            .filter(decision -> isOfOtherTopic(decision, codes))
                            .count());
            return new CorrectionList(
                    all, all.where(decision -> !isOfCopy(decision) && !isOfOtherTopic(decision, codes)), others);
        } catch (IOException | IOError e) {
            throw Failures.of("reading " + corpus.layout().root(), e);
        }
    }

    private static void count(Map<String, Long> counts, String why, long number) {
        if (number > 0) {
            counts.put(why, number);
        }
    }

    private static boolean isOfCopy(Correction decision) {
        return decision.getField() == CorrectedField.duplicate;
    }

    private static boolean isOfOtherTopic(Correction decision, Set<String> topics) {
        return decision.getField() == CorrectedField.topic && !topics.contains(decision.getValue());
    }

    private static List<Correction> given(String flag, List<String> files, Collection<String> topics) {
        List<Correction> decisions = new ArrayList<>();
        for (String file : files) {
            List<String> lines = LineFile.read(flag, file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replace("\uFEFF", "").strip();
                if (line.isEmpty()) {
                    continue;
                }
                try {
                    decisions.add(CorrectionLine.parse(line, topics));
                } catch (IllegalArgumentException e) {
                    throw RunFailure.usage(flag + "=" + file + ": line " + (i + 1) + ": " + e.getMessage());
                }
                if (decisions.size() > 2 * Corrections.MAX) {
                    decisions = corrections(flag + "=" + file, decisions).list();
                }
            }
        }
        return corrections(flag, decisions).list();
    }

    private static Corrections corrections(String named, List<Correction> decisions) {
        try {
            return Corrections.of(decisions);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(named + ": " + e.getMessage());
        }
    }

    private static List<Correction> stored(FinishedCorpus corpus) throws IOException {
        List<Correction> decisions = new ArrayList<>();
        for (PartFile file : corpus.files().of(Dataset.CORRECTIONS)) {
            try (PartRows<Correction> rows = PartReader.open(Dataset.CORRECTIONS, StoredPart.of(file))) {
                for (Correction row = rows.next(); row != null; row = rows.next()) {
                    decisions.add(row);
                }
            }
        }
        return decisions;
    }

    /** Those of some ids that are of articles of the corpus. */
    private static Set<String> articles(FinishedCorpus corpus, Set<String> ids) throws IOException {
        Set<String> found = new HashSet<>();
        List<PartFile> files = ids.isEmpty() ? List.of() : corpus.files().of(Dataset.ARTICLES);
        for (PartFile file : files) {
            try (PartRows<GenericRecord> rows =
                    PartReader.project(Dataset.ARTICLES, StoredPart.of(file), List.of("article_id"))) {
                for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                    String id = row.get("article_id").toString();
                    if (ids.contains(id)) {
                        found.add(id);
                    }
                }
            }
        }
        return found;
    }

    /** What is said of them; empty if there are none. */
    String summary() {
        if (all.size() == 0 && others.isEmpty()) {
            return "";
        }
        String left = others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(other -> String.format("%,d %s", other.getValue(), other.getKey()))
                .collect(Collectors.joining(", "));
        return String.format(
                "%,d corrections applied%s", applied.size(), left.isEmpty() ? "" : "; not applied: " + left);
    }
}
