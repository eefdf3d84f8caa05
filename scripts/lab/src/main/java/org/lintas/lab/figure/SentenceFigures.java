package org.lintas.lab.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lintas.figure.FigureFinder;
import org.lintas.record.FigureMention;
import org.lintas.text.Language;

/**
 * All figures of sentences in which several numbers make one, or one is no figure: men and women counted in turn, what is in each of several packs, dollars of a
 * country, one person without a number; and of updates that tell the running total of a case.
 */
final class SentenceFigures {

    private final FigureFinder finder = new FigureFinder();
    private int expected;
    private int right;
    private int found;
    private int sentences;
    private int exact;

    private SentenceFigures() {}

    /**
     * Reads the sentences of all languages; prints a line for each.
     *
     * @param folder {@code LANG.tsv}: a sentence or a few, and their figures ({@code arrested 5; AUD 300}), none if empty
     */
    static SentenceFigures evaluate(Path folder, boolean printsErrors) throws IOException {
        System.out.printf(
                "%-5s %9s  all right  figures  right  others%n",
                folder.getFileName(), folder.getParent().getFileName());
        var all = new SentenceFigures();
        for (Language language : Language.values()) {
            var one = new SentenceFigures();
            for (String line : Files.readAllLines(folder.resolve(language.code() + ".tsv"))) {
                one.add(language, line.split("\t", -1), printsErrors);
            }
            one.print(language.code());
            all.add(one);
        }
        all.print("all");
        return all;
    }

    /** The share of the figures told that are found. */
    double recall() {
        return (double) right / expected;
    }

    /** The share of the figures found that are told. */
    double precision() {
        return (double) right / found;
    }

    private void add(SentenceFigures other) {
        expected += other.expected;
        right += other.right;
        found += other.found;
        sentences += other.sentences;
        exact += other.exact;
    }

    private void add(Language language, String[] row, boolean printsErrors) {
        List<String> told = Stream.of(row[1].split(";"))
                .map(String::strip)
                .filter(figure -> !figure.isEmpty())
                .toList();
        List<String> read = finder.find(language, row[0]).stream()
                .map(SentenceFigures::written)
                .toList();
        List<String> rest = new ArrayList<>(read);
        int hits = 0;
        for (String figure : told) {
            hits += rest.remove(figure) ? 1 : 0;
        }
        sentences++;
        expected += told.size();
        found += read.size();
        right += hits;
        boolean isExact = hits == told.size() && rest.isEmpty();
        exact += isExact ? 1 : 0;
        if (printsErrors && !isExact) {
            System.out.println(String.join(" | ", language.code(), row[0], row[1], String.join("; ", read)));
        }
    }

    /** As it is written in the files: arrested 5, yaba piece 2000, AUD 300. */
    private static String written(FigureMention figure) {
        String value = figure.getValue() == Math.rint(figure.getValue())
                ? Long.toString(Math.round(figure.getValue()))
                : Double.toString(figure.getValue());
        String unit = "person".equals(figure.getUnit()) ? null : figure.getUnit();
        return String.join(
                " ",
                Stream.of(figure.getSubject(), unit, value)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void print(String name) {
        System.out.printf("%-5s %9d  %9d  %7d  %5d  %6d%n", name, sentences, exact, expected, right, found - right);
    }
}
