package org.lintas.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.report.review.ReviewPage;
import org.lintas.report.review.ReviewSample;
import org.lintas.storage.Location;
import org.lintas.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page on which a reader corrects the labels of some articles of a corpus. */
@Command(
        name = "review",
        description =
                "Writes a page on which a reader corrects labels of articles, offline in a browser, with the keyboard or by touch.",
        footer = {
            "The page saves corrections.jsonl, one decision a line. It holds texts, which belong to their publishers.",
            "uncertain: articles whose grades are least sure, all languages and topics in turn.",
            "random: any articles, with a topic or without, a fair sample to measure with.",
            "Exit codes: 0 OK, 2 usage, 3 corpus missing, 4 failed",
            "",
            "Examples:",
            "  lintas review --corpus=/data/2025-11 --output=review.html",
            "  lintas review --corpus=/data/2025-11 --output=th.html --topic=online_scam --language=th --sample=random"
        })
final class ReviewCorpus implements Action {

    private static final String ENDING = ".html";

    @Mixin
    private CorpusFlag corpora;

    @Option(names = "--output", paramLabel = "FILE.html", description = "page to write; must not exist")
    private String output = "";

    @Option(names = "--topic", paramLabel = "ID", description = "only articles with this topic, main or mention")
    private String topic = "";

    @Option(names = "--language", paramLabel = "xx", description = "only articles in this language")
    private String language = "";

    @Option(
            names = "--sample",
            paramLabel = "uncertain|random",
            description = "how articles are chosen (default: ${DEFAULT-VALUE})")
    private String sample = "uncertain";

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "how many, at most " + ReviewSample.MOST + " (default: ${DEFAULT-VALUE})")
    private int articles = 100;

    @Override
    public ExitCode run() throws IOException, SQLException {
        ReviewSample.Kind kind = kind();
        if (articles < 1 || articles > ReviewSample.MOST) {
            throw RunFailure.usage("--articles=" + articles + ": give a number from 1 to " + ReviewSample.MOST
                    + "; for more, write a page for each --language or --topic");
        }
        Path corpus = Location.local("--corpus", corpora.only(), "copy it to a local disk and write the page there");
        checkName();
        try (NewFile file = NewFile.create("--output", output);
                CorpusDatabase database = CorpusDatabase.open(corpus)) {
            check(database, "--topic", topic, "SELECT topic FROM taxonomy ORDER BY 1");
            check(database, "--language", language, "SELECT DISTINCT language FROM articles ORDER BY 1");
            int written =
                    write(corpus, database, new ReviewSample(kind, given(topic), given(language), articles), file);
            System.out.printf("%,d articles in %s%n", written, file.finish());
        }
        return ExitCode.OK;
    }

    private ReviewSample.Kind kind() {
        List<ReviewSample.Kind> kinds = List.of(ReviewSample.Kind.values());
        return kinds.stream()
                .filter(kind -> name(kind).equals(sample))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = kinds.stream().map(ReviewCorpus::name).toList();
                    return RunFailure.usage("--sample=" + Printable.of(sample) + ": give " + String.join(" or ", names)
                            + Nearest.hint(sample, names));
                });
    }

    private static String name(ReviewSample.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void checkName() {
        if (output.isBlank()) {
            throw RunFailure.usage("--output is missing: name the page to write");
        }
        if (!output.endsWith(ENDING)) {
            throw RunFailure.usage("--output=" + Printable.of(output) + ": give a name that ends with " + ENDING);
        }
    }

    private int write(Path corpus, CorpusDatabase database, ReviewSample chosen, NewFile file)
            throws IOException, SQLException {
        try (Writer out = file.writer()) {
            int written = ReviewPage.write(corpus, database, chosen, out);
            if (written == 0) {
                throw RunFailure.usage("--sample=" + sample + ": no article of the corpus fits"
                        + (chosen.kind() == ReviewSample.Kind.UNCERTAIN
                                ? "; articles without a topic are only in --sample=random"
                                : ""));
            }
            return written;
        }
    }

    private static void check(CorpusDatabase database, String flag, String value, String known) throws SQLException {
        List<String> codes = database.query(known, row -> row.getString(1));
        if (!value.isEmpty() && !codes.contains(value)) {
            throw RunFailure.usage(flag + "=" + Printable.of(value) + ": is not in the corpus"
                    + Nearest.hint(value, codes) + "; give one of " + String.join(", ", codes));
        }
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
