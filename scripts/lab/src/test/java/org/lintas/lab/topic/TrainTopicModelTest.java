package org.lintas.lab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.schemas.Genre;
import org.lintas.text.Language;
import org.lintas.topic.GenreFeatures;
import org.lintas.topic.GenreModel;
import org.lintas.topic.TopicFeatures;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.TopicFinding;
import org.lintas.topic.TopicModel;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageScores;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

class TrainTopicModelTest {

    private static final int ARTICLES = 40;

    @TempDir
    private Path folder;

    @Test
    void theSameLabelsGiveTheSameBytes() throws IOException {
        write();

        byte[] first = train("first.model.gz");
        byte[] second = train("second.model.gz");

        assertThat(second).isEqualTo(first);
        assertThat(folder.resolve("first.model.md")).content().contains("articles: 40", "Cross-validation");
    }

    @Test
    void learnsGenresFromWhatReadersToldOfArticles() throws IOException {
        write();
        train("model.gz");

        GenreModel genres;
        try (var in = Files.newInputStream(folder.resolve("genre.model"))) {
            genres = GenreModel.read(in);
        }

        assertThat(genre(genres, "Police seize heroin", "Officers seized heroin in town 50."))
                .isEqualTo(Genre.report);
        assertThat(genre(genres, "Tea prices rise", "Growers in town 50 were glad."))
                .isEqualTo(Genre.agency);
        assertThat(folder.resolve("genre.model.md"))
                .content()
                .contains("first 900 characters: 40", "en       40    40 (100 %)");
    }

    private Genre genre(GenreModel model, String title, String text) throws IOException {
        TopicFinder.Findings found = TopicFinder.builtIn().find(Language.ENGLISH, title, text);
        float[] opening =
                PassageVectors.of(vectors(), Language.ENGLISH, title, text).opening();
        return GenreModel.likeliest(model.probabilities(GenreFeatures.of(found, opening)))
                .genre();
    }

    @Test
    void learnsThatTheHeadlineDecides() throws IOException {
        write();

        TopicModel model = TopicModel.read(new ByteArrayInputStream(train("model.gz")));

        assertThat(likelihood(model, "Police seize heroin", "Officers seized heroin at the port."))
                .isGreaterThan(model.thresholds().main());
        assertThat(likelihood(
                        model, "Tea prices rise", "Growers were glad. " + "The rain was good. ".repeat(40) + "heroin"))
                .isLessThan(model.thresholds().main());
    }

    private TokenVectors vectors() throws IOException {
        try (var in = Files.newInputStream(folder.resolve("topic-vectors.bin"))) {
            return TokenVectors.load().readRows(in);
        }
    }

    private double likelihood(TopicModel model, String title, String text) throws IOException {
        TopicFinder.Findings found = TopicFinder.builtIn().find(Language.ENGLISH, title, text);
        var topics = found.topics().stream().map(TopicFinding::topic).toList();
        try (var in = Files.newInputStream(folder.resolve("passage.model"))) {
            PassageScores said = PassageScores.of(
                    PassageModel.read(in), PassageVectors.of(vectors(), Language.ENGLISH, title, text));
            var genres = new double[Genre.values().length];
            return model.likelihood(new TopicFeatures(found, said, genres).vector(topics.indexOf("drug_trafficking")))
                    .main();
        }
    }

    private byte[] train(String name) throws IOException {
        TrainTopicModel.main(new String[] {
            folder.toString(),
            folder.toString(),
            folder.resolve("genres").toString(),
            folder.resolve("written").toString(),
            folder.resolve(name).toString()
        });
        return Files.readAllBytes(folder.resolve(name));
    }

    /** Half of the articles are about heroin, half mention it at the end. */
    private void write() throws IOException {
        var articles = new StringBuilder();
        var labels = new StringBuilder();
        var genres = new StringBuilder();
        for (int i = 0; i < ARTICLES; i++) {
            boolean main = i % 2 == 0;
            String text = main
                    ? "Officers seized heroin in town " + i + ". Heroin was found in two bags."
                    : "Growers in town " + i + " were glad. " + "The rain was good. ".repeat(40)
                            + "One spoke of heroin.";
            articles.append(String.format(
                    "{\"id\": \"made-up:%d\", \"title\": \"%s\", \"text\": \"%s\"}%n",
                    i, main ? "Police seize heroin" : "Tea prices rise", text));
            labels.append(String.format(
                    "{\"id\": \"made-up:%d\", \"lang_true\": \"en\", \"%s\": [\"drug_trafficking\"], \"shown\": 4000}%n",
                    i, main ? "main" : "mention"));
            genres.append(
                    String.format("{\"id\": \"made-up:%d\", \"genre\": \"%s\"}%n", i, main ? "report" : "agency"));
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(articles.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("en.jsonl.gz"), bytes.toByteArray());
        Files.writeString(folder.resolve("en.jsonl"), labels.toString());
        Files.createDirectories(folder.resolve("genres"));
        Files.writeString(folder.resolve("genres/en.jsonl"), genres.toString());
    }
}
