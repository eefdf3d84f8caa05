package org.lintas.lab.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lintas.figure.FigureFinder;
import org.lintas.record.FigureMention;
import org.lintas.text.Language;

/**
 * Figures found in sentences with one number each, many of them in words: how many are read with their value and unit, how many with another, and how
 * many are not found.
 *
 * <p>Usage: {@code EvaluateFigures FOLDER [--errors]}: {@code numbers/dev/*.tsv} and {@code numbers/held/*.tsv} by language, with the sentence, its number as
 * written, the value (of a range the lower one), the upper value of a range, and the unit; a number that counts nothing has the value {@code none}; and
 * {@code sentences} and {@code totals}, see {@link SentenceFigures}. Prints a line for each language, and on request what went wrong in {@code dev}; {@code held} is for measuring
 * only.
 */
public final class EvaluateFigures {

    private static final String NONE = "none";

    private final FigureFinder finder = new FigureFinder();
    private final boolean printsErrors;

    private int right;
    private int wrong;
    private int missed;
    private int trapsAvoided;
    private int traps;

    private EvaluateFigures(boolean printsErrors) {
        this.printsErrors = printsErrors;
    }

    public static void main(String[] args) throws IOException {
        boolean printsErrors = args.length == 2 && args[1].equals("--errors");
        if (args.length != 1 && !printsErrors) {
            throw new IllegalArgumentException("usage: EvaluateFigures FOLDER [--errors]");
        }
        for (String part : List.of("dev", "held")) {
            boolean isRead = printsErrors && part.equals("dev");
            evaluate(Path.of(args[0], "numbers", part), isRead);
            SentenceFigures.evaluate(Path.of(args[0], "sentences", part), isRead);
            SentenceFigures.evaluate(Path.of(args[0], "totals", part), isRead);
        }
    }

    /** What is found in the sentences of all languages; prints a line for each. */
    static EvaluateFigures evaluate(Path folder, boolean printsErrors) throws IOException {
        System.out.printf("%-5s numbers  right  wrong value  missed  no figures  found none%n", folder.getFileName());
        var all = new EvaluateFigures(false);
        for (Language language : Language.values()) {
            var one = new EvaluateFigures(printsErrors);
            for (String line : Files.readAllLines(folder.resolve(language.code() + ".tsv"))) {
                one.add(language, line.split("\t", -1));
            }
            one.print(language.code());
            all.add(one);
        }
        all.print("all");
        return all;
    }

    /** The share of the numbers that are read with their value, range and unit. */
    double right() {
        return (double) right / (right + wrong + missed);
    }

    /** The share of those read that have another value. */
    double wrong() {
        return (double) wrong / (right + wrong);
    }

    /** The share of what counts nothing in which no figure is found. */
    double avoided() {
        return (double) trapsAvoided / traps;
    }

    private void add(EvaluateFigures other) {
        right += other.right;
        wrong += other.wrong;
        missed += other.missed;
        trapsAvoided += other.trapsAvoided;
        traps += other.traps;
    }

    private void add(Language language, String[] row) {
        List<FigureMention> figures = finder.find(language, row[0]);
        if (row[2].equals(NONE)) {
            traps++;
            trapsAvoided += figures.isEmpty() ? 1 : 0;
            report(figures.isEmpty(), language, row, figures);
            return;
        }
        boolean isRight = figures.stream().anyMatch(figure -> isAsTold(figure, row));
        boolean isRead = figures.stream().anyMatch(figure -> overlaps(figure, row));
        right += isRight ? 1 : 0;
        wrong += !isRight && isRead ? 1 : 0;
        missed += isRight || isRead ? 0 : 1;
        report(isRight, language, row, figures);
    }

    private static boolean isAsTold(FigureMention figure, String[] row) {
        boolean isRange = !row[3].isEmpty();
        boolean hasHigh = figure.getValueHigh() != null;
        // A currency that is named without its country has no code.
        boolean isUnit = figure.getUnit() == null || figure.getUnit().equals(row[4]);
        return isUnit
                && isSame(figure.getValue(), row[2])
                && isRange == hasHigh
                && (!isRange || isSame(figure.getValueHigh(), row[3]));
    }

    private static boolean isSame(double value, String told) {
        double expected = Double.parseDouble(told);
        return Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
    }

    private static boolean overlaps(FigureMention figure, String[] row) {
        int start = row[0].codePointCount(0, row[0].indexOf(row[1]));
        int end = start + row[1].codePointCount(0, row[1].length());
        return figure.getStart() < end && start < figure.getEnd();
    }

    private void report(boolean isRight, Language language, String[] row, List<FigureMention> figures) {
        if (printsErrors && !isRight) {
            System.out.println(String.join(" | ", language.code(), row[1], row[2], row[3], row[4], row[0]));
            figures.forEach(figure -> System.out.printf(
                    "     %s %s %s %s %s%n",
                    figure.getText(), figure.getValue(), figure.getValueHigh(), figure.getUnit(), figure.getSubject()));
        }
    }

    private void print(String name) {
        System.out.printf(
                "%-5s %7d  %5d  %11d  %6d  %10d  %10d%n",
                name, right + wrong + missed, right, wrong, missed, traps, trapsAvoided);
    }
}
