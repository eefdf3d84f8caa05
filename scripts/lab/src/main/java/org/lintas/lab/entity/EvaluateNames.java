package org.lintas.lab.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.text.latin.NameSpelling;

/**
 * Names looked up by their sound, as the recipe names-alike does: a name in Latin letters, among all names that a press writes in its own script.
 *
 * <p>Usage: {@code EvaluateNames FOLDER [CORPUS]}: {@code dev.tsv} and {@code held.tsv} with a row for each invented person: origin, the name in Latin letters,
 * and as the press of each language writes it, with languages in the first line and - where none is given; and a corpus, whose found names are looked among, too.
 * Prints for each language how often no other name is as much alike as the right one, how often fewer than five are, and of the names that are as alike as the
 * recipe asks for how many are found and right.
 */
public final class EvaluateNames {

    /** What the recipe asks for. */
    private static final double ALIKE = .75;

    private static final int FIRST_LANGUAGE = 2;
    private static final int FIVE = 5;
    private static final String NONE = "-";

    private final NameSpelling spellings = new NameSpelling();
    private final Map<String, List<String>> others;

    EvaluateNames(Map<String, List<String>> others) {
        this.others = others;
    }

    public static void main(String[] args) throws IOException, SQLException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: EvaluateNames FOLDER [CORPUS]");
        }
        var evaluation = new EvaluateNames(args.length == 2 ? found(Path.of(args[1])) : Map.of());
        for (String part : List.of("dev", "held")) {
            evaluation.print(Path.of(args[0], part + ".tsv"));
        }
    }

    /** The found names of a corpus, by language. */
    private static Map<String, List<String>> found(Path corpus) throws SQLException {
        Map<String, List<String>> found = new HashMap<>();
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            List<List<Object>> rows = database.table(
                    "SELECT DISTINCT language::VARCHAR, name FROM article_entities WHERE origin = 'found'");
            for (List<Object> row : rows.subList(1, rows.size())) {
                found.computeIfAbsent((String) row.get(0), any -> new ArrayList<>())
                        .add((String) row.get(1));
            }
        }
        return found;
    }

    /**
     * How the names of a language are found.
     *
     * @param names that were looked up
     * @param others that were looked among beside them
     * @param first share of which no other name is as much alike as the right one
     * @param ofFive share of which fewer than five are
     * @param found share that is as alike as the recipe asks for
     * @param right share that is right of all that are
     */
    record Result(int names, int others, double first, double ofFive, double found, double right) {}

    private void print(Path file) throws IOException {
        System.out.printf(
                "%-5s names  others  first  of five  found  right%n",
                file.getFileName().toString().replace(".tsv", ""));
        evaluate(file)
                .forEach((language, result) -> System.out.printf(
                        "  %-3s %5d  %6d   %.2f     %.2f   %.2f   %.2f%n",
                        language,
                        result.names,
                        result.others,
                        result.first,
                        result.ofFive,
                        result.found,
                        result.right));
    }

    /** What is found of the names of a file, by language. */
    Map<String, Result> evaluate(Path file) throws IOException {
        List<String[]> rows = Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .toList();
        String[] languages = rows.get(0);
        Map<String, Result> results = new LinkedHashMap<>();
        for (int column = FIRST_LANGUAGE; column < languages.length; column++) {
            results.put(languages[column], lookUp(languages[column], column, rows.subList(1, rows.size())));
        }
        return results;
    }

    private Result lookUp(String language, int column, List<String[]> rows) {
        List<String> asked = new ArrayList<>();
        List<String> sounds = new ArrayList<>();
        for (String[] row : rows) {
            if (!row[column].equals(NONE)) {
                asked.add(sound(row[1]));
                sounds.add(sound(row[column]));
            }
        }
        int names = asked.size();
        others.getOrDefault(language, List.of()).forEach(name -> sounds.add(sound(name)));
        int first = 0;
        int ofFive = 0;
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < names; i++) {
            double right = likeness(asked.get(i), sounds.get(i));
            int asAlike = 0;
            for (int j = 0; j < sounds.size(); j++) {
                double other = i == j ? -1 : likeness(asked.get(i), sounds.get(j));
                asAlike += other >= right ? 1 : 0;
                wrong += other >= ALIKE ? 1 : 0;
            }
            first += asAlike == 0 ? 1 : 0;
            ofFive += asAlike < FIVE ? 1 : 0;
            found += right >= ALIKE ? 1 : 0;
        }
        return new Result(
                names,
                sounds.size() - names,
                (double) first / names,
                (double) ofFive / names,
                (double) found / names,
                (double) found / Math.max(1, found + wrong));
    }

    private String sound(String name) {
        return spellings.of(name).map(NameSpelling.Spelling::sound).orElse("");
    }

    /** The share of letters that two sounds have in common, by edit distance (Levenshtein 1966). */
    private static double likeness(String one, String other) {
        int[] costs = new int[other.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(Math.min(costs[j], costs[j - 1]) + 1, substituted);
            }
        }
        return 1 - (double) costs[other.length()] / Math.max(1, Math.max(one.length(), other.length()));
    }
}
