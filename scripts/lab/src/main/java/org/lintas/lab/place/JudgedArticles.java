package org.lintas.lab.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Articles of which readers told whether their crime crosses a border. They were drawn by stratum; each counts as many as it stands for. */
final class JudgedArticles {

    static final String FIT = "fit";
    static final String HELD = "held";

    /** How many articles with a main topic each stratum has in the corpus from which they were drawn. */
    private static final Map<String, Integer> ARTICLES = Map.of("cross", 941, "foreign", 2_147, "other", 3_276);

    private final List<Judged> all;
    private final Map<String, Long> drawn;

    /**
     * An article.
     *
     * @param verdict yes, weak or no
     * @param use whether a model is fitted to it
     */
    record Judged(String id, String verdict, String stratum, String use) {

        boolean isCrossing() {
            return verdict.equals("yes");
        }

        boolean isWeak() {
            return verdict.equals("weak");
        }
    }

    /**
     * What is said of some articles.
     *
     * @param said number of those said to cross
     * @param right share of these that do
     * @param rightOrWeak the same with those that do so weakly
     * @param found share of those that cross
     */
    record Score(int said, double right, double rightOrWeak, double found) {}

    private JudgedArticles(List<Judged> all) {
        this.all = all;
        this.drawn = all.stream().collect(Collectors.groupingBy(Judged::stratum, Collectors.counting()));
    }

    static JudgedArticles read(Path file) throws IOException {
        return new JudgedArticles(Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Judged(row[0], row[1], row[2], row[3]))
                .toList());
    }

    List<Judged> all() {
        return all;
    }

    List<Judged> of(String use) {
        return all.stream().filter(one -> one.use.equals(use)).toList();
    }

    /** How many articles one stands for. */
    double weight(Judged one) {
        return (double) ARTICLES.get(one.stratum) / drawn.get(one.stratum);
    }

    Score score(List<Judged> judged, Predicate<Judged> isSaid) {
        List<Judged> said = judged.stream().filter(isSaid).toList();
        double total = weight(said, one -> true);
        double right = weight(said, Judged::isCrossing);
        return new Score(
                said.size(),
                right / total,
                weight(said, one -> one.isCrossing() || one.isWeak()) / total,
                right / weight(judged, Judged::isCrossing));
    }

    private double weight(List<Judged> judged, Predicate<Judged> matches) {
        return judged.stream().filter(matches).mapToDouble(this::weight).sum();
    }
}
