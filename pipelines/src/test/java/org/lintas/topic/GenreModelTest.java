package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Genre;
import org.lintas.text.Language;

class GenreModelTest {

    private static final TopicClassifier CLASSIFIER = new TopicClassifier();

    @ParameterizedTest
    @CsvFileSource(resources = "genres.tsv", delimiter = '\t', numLinesToSkip = 1)
    void tellsTheGenreOfWrittenTexts(Genre genre, Language language, String title, String text) {
        assertThat(CLASSIFIER.read(language, title, text).genre()).hasValueSatisfying(guess -> {
            assertThat(guess.genre()).isEqualTo(genre);
            assertThat(guess.isLikely()).isTrue();
        });
    }

    /** Those of the texts that are about a work of art have the words of a crime. */
    @ParameterizedTest
    @CsvFileSource(resources = "genres.tsv", delimiter = '\t', numLinesToSkip = 1)
    void aCrimeOnTheScreenIsNoMainTopic(Genre genre, Language language, String title, String text) {
        List<String> main = CLASSIFIER.classify(language, title, text).stream()
                .filter(label -> label.getGrade().equals("main"))
                .map(TopicLabel::getTopic)
                .toList();

        assertThat(main.isEmpty()).isEqualTo(genre != Genre.report && genre != Genre.trial);
    }

    @Test
    void nothingToReadHasNoGenre() {
        assertThat(CLASSIFIER.read(Language.ENGLISH, "", " ").genre()).isEmpty();
    }

    @Test
    void probabilitiesAddUpToOneAndTheFirstOfEqualsIsLikeliest() {
        List<String> features = GenreFeatures.names(2);
        var weights = new float[features.size() * Genre.values().length];
        weights[3] = 2;
        weights[5] = 2;

        double[] likely = new GenreModel(features, weights).probabilities(new float[] {1});

        assertThat(Arrays.stream(likely).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(GenreModel.likeliest(likely).genre()).isEqualTo(Genre.sport);
        assertThat(GenreModel.likeliest(likely).isLikely()).isFalse();
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        byte[] written = written(GenreModel.load());

        assertThat(written(GenreModel.read(new ByteArrayInputStream(written)))).isEqualTo(written);
    }

    @Test
    void aModelOfOtherGenresOrFeaturesIsRefused() throws IOException {
        String model = new String(written(GenreModel.load()), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(model.replace("campaign", "campfire")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("campfire")
                .hasMessageContaining("TrainTopicModel");
        assertThatThrownBy(() -> read(model.replace("density", "density".toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other features");
    }

    private static GenreModel read(String raw) throws IOException {
        return GenreModel.read(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] written(GenreModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
