package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.text.Sha256;

/** A reader says of some articles of a corpus that seizures at airports are none; a model learns it, and the corpus is labelled again. */
class TrainModelTest {

    private static final int ARTICLES = 100;
    private static final int DECIDED = 60;

    @TempDir
    static Path temp;

    private static Path corpus;
    private static Path labels;
    private static Path model;
    private static HelpTest.Captured trained;

    @BeforeAll
    static void train() throws IOException {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            String place = i % 2 == 0 ? "airport" : "harbour";
            articles.add(String.format(
                    "{\"id\": \"%d\", \"title\": \"Police seize heroin at %s of %s\", \"text\": \"%s\"}",
                    i, place, town(i), text(i, place)));
        }
        corpus = temp.resolve("corpus");
        Path input = Files.write(temp.resolve("articles.jsonl"), articles);
        assertThat(Lintas.run("build", "--input=" + input, "--output=" + corpus, "--parallelism=1"))
                .isEqualTo(ExitCode.OK);
        List<String> decided = new Corpus(corpus)
                .query(
                        "SELECT article_id, if(title LIKE '%airport%', 'none', 'main') FROM articles WHERE record_id::INT < "
                                + DECIDED);
        labels = Files.write(
                temp.resolve("labels.jsonl"),
                decided.stream()
                        .map(row -> line(row.split("\t")[0], "drug_trafficking", row.split("\t")[1]))
                        .toList());
        model = temp.resolve("readers.model");
        trained = train(labels, model);
        assertThat(trained.code()).as(trained.err()).isEqualTo(ExitCode.OK);
    }

    /** Texts have little in common but their subject, so that none is a copy of another. */
    private static String text(int number, String place) {
        var random = new Random(number);
        var text = new StringBuilder(
                town(number) + " police found heroin at the " + place + " and arrested two suspects. ");
        for (int i = 0; i < 12; i++) {
            text.append("The ")
                    .append(word(random))
                    .append(" of ")
                    .append(word(random))
                    .append(" told reporters about the ")
                    .append(word(random))
                    .append(" of heroin at the ")
                    .append(place)
                    .append(". ");
        }
        return text.toString();
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("bdgklmnprst".charAt(random.nextInt(11))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String town(int number) {
        return word(new Random(-1 - number));
    }

    private static String line(String article, String topic, String grade) {
        return String.format(
                "{\"article_id\":\"%s\",\"field\":\"topic\",\"value\":\"%s\",\"grade\":\"%s\",\"reader\":\"sari\",\"at\":\"2026-11-27T10:00:00Z\"}",
                article, topic, grade);
    }

    private static HelpTest.Captured train(Path from, Path to, String... flags) {
        return HelpTest.captured(() -> Lintas.run(
                "train",
                Stream.concat(Stream.of("--corpus=" + corpus, "--labels=" + from, "--output=" + to), Stream.of(flags))
                        .toArray(String[]::new)));
    }

    private static HelpTest.Captured run(String command, String... args) {
        return HelpTest.captured(() -> Lintas.run(command, args));
    }

    @Test
    void figuresAreThoseOfArticlesThatWereHeldOut() {
        assertThat(trained.out().lines())
                .contains("60 decisions on topics of 60 articles; 60 of them are of topics that the model grades there")
                .anyMatch(line -> line.matches("en +60 +30 +(5[6-9]|60) .*"))
                .anyMatch(line -> line.matches("drug_trafficking +60 +30 +(5[6-9]|60) .*"));
    }

    @Test
    void theNextCorpusIsLabelledAsReadersDecide() throws IOException {
        String kinds = "SELECT title LIKE '%airport%', count(*) FROM articles WHERE record_id::INT >= " + DECIDED
                + " AND list_contains(topics, 'drug_trafficking') GROUP BY 1 ORDER BY 1";
        Path relabelled = temp.resolve("relabelled");

        HelpTest.Captured captured =
                run("relabel", "--corpus=" + corpus, "--output=" + relabelled, "--model=" + model, "--parallelism=1");

        assertThat(captured.code()).as(captured.err()).isEqualTo(ExitCode.OK);
        assertThat(new Corpus(corpus).query(kinds)).containsExactly("false\t20", "true\t20");
        assertThat(new Corpus(relabelled).query(kinds)).containsExactly("false\t20");

        String digest = Sha256.hex(Files.readAllBytes(model));
        assertThat(trained.out()).contains("SHA-256 " + digest);
        assertThat(captured.err())
                .contains("--corpus: its topics were graded by model ", "give the --model that it was");
        Manifest manifest = Manifest.parse(Files.readString(relabelled.resolve("_manifest.json")));
        assertThat(manifest.option("modelSha256", "")).isEqualTo(digest);
        assertThat(manifest.option("model", "")).isEqualTo(model.toString());
        assertThat(manifest.versions().get("lintas.topics")).endsWith("+" + digest.substring(0, 12));
        for (String document : List.of("README.md", "croissant.json")) {
            assertThat(relabelled.resolve(document))
                    .content()
                    .contains("graded by a model that the user trained", digest);
        }

        HelpTest.Captured merged =
                run("compact", "--corpus=" + corpus + "," + relabelled, "--output=" + temp.resolve("merged"));
        assertThat(merged.code()).isEqualTo(ExitCode.USAGE);
        assertThat(merged.err()).contains("--corpus: topics were graded by models ", "with the same --model");
        Path single = temp.resolve("single");
        assertThat(run("compact", "--corpus=" + relabelled, "--output=" + single)
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(Manifest.parse(Files.readString(single.resolve("_manifest.json"))))
                .satisfies(merge -> assertThat(merge.option("modelSha256", "")).isEqualTo(digest))
                .satisfies(merge -> assertThat(merge.versions()).isEqualTo(manifest.versions()));

        var flags = new BuildFlags();
        flags.reading.input = List.of(temp.resolve("articles.jsonl").toString());
        flags.reading.previous = List.of(relabelled.toString());
        flags.writing.output = temp.resolve("next").toString();
        assertThat(BuildPlan.of(flags, "").otherLabels())
                .singleElement()
                .asString()
                .startsWith("--previous: topics of earlier corpora were graded by model ");
        flags.labels.model = model.toString();
        assertThat(BuildPlan.of(flags, "").otherLabels()).isEmpty();
    }

    @Test
    void theSameLabelsInAnotherOrderGiveTheSameBytes() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(labels));
        Collections.reverse(lines);
        Path turned = Files.write(temp.resolve("turned.jsonl"), lines);
        Path other = temp.resolve("other.model");

        HelpTest.Captured captured = train(turned, other);

        assertThat(captured.out()).isEqualTo(trained.out().replace(model.toString(), other.toString()));
        assertThat(other).hasSameBinaryContentAs(model);
    }

    @Test
    void whatWasLearnedIsNotLearnedTwice() {
        HelpTest.Captured again = train(labels, temp.resolve("again.model"), "--model=" + model);

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.out()).contains("left out: 60 of articles that --model was trained with");
        assertThat(again.err()).contains("--labels: 0 decisions on topics that the model grades; give at least 30");
    }

    @Test
    void whatMakesNoGradeBetterIsRefused() throws IOException {
        List<String> right = new ArrayList<>(new Corpus(SampleCorpus.folder())
                        .query(
                                "SELECT article_id, topic, grade FROM article_topics SEMI JOIN (FROM articles WHERE archive_file NOT LIKE '%retold%') USING (article_id)")
                        .stream()
                        .map(row -> row.split("\t"))
                        .map(row -> line(row[0], row[1], row[2]))
                        .toList());
        right.add(line("f".repeat(32), "online_scam", "none"));
        Path agreeing = Files.write(temp.resolve("agreeing.jsonl"), right);
        Path refused = temp.resolve("refused.model");
        String[] args = {"--corpus=" + SampleCorpus.folder(), "--labels=" + agreeing, "--output=" + refused};

        HelpTest.Captured captured = run("train", args);

        assertThat(captured.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(captured.out()).contains("left out: 1 of articles that the corpus does not have");
        assertThat(captured.err())
                .contains("lintas: held-out decisions become likelier on no topic", "nothing is written", "--force");
        assertThat(refused).doesNotExist();

        HelpTest.Captured forced = run(
                "train", Stream.concat(Stream.of(args), Stream.of("--force")).toArray(String[]::new));
        assertThat(forced.code()).isEqualTo(ExitCode.OK);
        assertThat(forced.err()).contains("written all the same");
        assertThat(refused).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    train --output=NEW                                         | USAGE         | --corpus is missing
                    train --corpus=CORPUS                                      | USAGE         | --output is missing
                    train --corpus=CORPUS --output=MODEL                       | USAGE         | exists; remove it, or name another file
                    train --corpus=NEW --output=NEW                            | INPUT_MISSING | is not a finished corpus
                    train --corpus=CORPUS --output=NEW                         | USAGE         | --labels: 0 decisions on topics
                    train --corpus=CORPUS --output=NEW --labels=NEW            | INPUT_MISSING | --labels=NEW: cannot be read
                    train --corpus=CORPUS --output=NEW --labels=INPUT          | USAGE         | --labels=INPUT: line 1: has no text for "field"
                    train --corpus=TEXTS --output=NEW                          | USAGE         | was built with --text=none
                    train --corpus=CORPUS --output=NEW --model=LABELS          | USAGE         | --model=LABELS: is no model of this version of lintas train
                    relabel --corpus=CORPUS --output=NEW --model=LABELS        | USAGE         | --model=LABELS: is no model of this version of lintas train
                    build --input=INPUT --output=NEW --model=DAMAGED           | USAGE         | --model=DAMAGED: is damaged: its check sum
                    build --input=INPUT --output=NEW --model=NEW               | INPUT_MISSING | --model=NEW: cannot be read
                    build --input=INPUT --output=NEW --model=CORPUS            | INPUT_MISSING | --model=CORPUS: cannot be read
                    """)
    void badUsageSaysWhatToDo(String line, ExitCode code, String message, @TempDir Path out) throws IOException {
        Path texts = out.resolve("texts");
        if (line.contains("TEXTS")) {
            assertThat(Lintas.run("compact", "--corpus=" + corpus, "--output=" + texts, "--text=none"))
                    .isEqualTo(ExitCode.OK);
        }
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(out.resolve("damaged"), bytes);
        List<String> named = Stream.of(line.strip(), message)
                .map(text -> text.replace("NEW", out.resolve("new").toString())
                        .replace("CORPUS", corpus.toString())
                        .replace("MODEL", model.toString())
                        .replace("LABELS", labels.toString())
                        .replace("DAMAGED", damaged.toString())
                        .replace("TEXTS", texts.toString())
                        .replace("INPUT", temp.resolve("articles.jsonl").toString()))
                .toList();
        String[] args = named.get(0).split("\\s+");

        HelpTest.Captured captured = run(args[0], Stream.of(args).skip(1).toArray(String[]::new));

        assertThat(captured.code()).as(captured.err()).isEqualTo(code);
        assertThat(captured.err()).contains(named.get(1));
        assertThat(out.resolve("new")).doesNotExist();
    }
}
