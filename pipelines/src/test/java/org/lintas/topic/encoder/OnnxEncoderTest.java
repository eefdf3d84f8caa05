package org.lintas.topic.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;
import org.lintas.topic.EncoderCheck;
import org.lintas.topic.TopicClassifier;

final class OnnxEncoderTest {

    @TempDir
    Path folder;

    private EncoderFiles files;

    @BeforeEach
    void writeEncoder() throws IOException {
        files = EncoderFiles.of(TinyEncoder.write(folder).toString());
    }

    @Test
    void aVectorIsTheMeanOfTheTokensOfLengthOne() throws IOException {
        try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
            assertThat(encoder.dimensions()).isEqualTo(TinyEncoder.DIMENSIONS);
            assertThat(encoder.encode("the heroin")).containsExactly(1, 0, 0);
            float half = (float) Math.sqrt(.5);
            assertThat(encoder.encode("heroin and ivory")).containsExactly(half, half, 0);
        }
    }

    @Test
    void aTextWithoutAnythingKnownHasNoDirection() throws IOException {
        try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
            assertThat(encoder.encode(" ")).containsOnly(0);
            assertThat(encoder.encode("football")).containsOnly(0);
        }
    }

    @Test
    void aVectorDoesNotDependOnOtherUsers() throws IOException {
        try (OnnxEncoder first = OnnxEncoder.open(files)) {
            float[] before = first.encode("ivory");
            try (OnnxEncoder second = OnnxEncoder.open(files)) {
                assertThat(second.encode("ivory")).isEqualTo(before);
            }
            assertThat(first.encode("ivory")).isEqualTo(before);
        }
        try (OnnxEncoder again = OnnxEncoder.open(files)) {
            assertThat(again.encode("ivory")).containsExactly(0, 1, 0);
        }
    }

    @Test
    void theDigestIsThatOfTheGraph() throws IOException {
        assertThat(files.digest()).matches("[0-9a-f]{64}");
        Files.write(folder.resolve("encoder.onnx"), new byte[] {1});
        assertThat(EncoderFiles.of(files.graph()).digest()).isNotEqualTo(files.digest());
    }

    @Test
    void labelsFollowTheEncoder() throws IOException {
        try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
            List<TopicLabel> labels = TopicClassifier.with(encoder)
                    .classify(
                            Language.ENGLISH,
                            "Heroin seized at port",
                            "Police seized heroin worth a million.\nThey arrested a dealer.");
            assertThat(labels).extracting(TopicLabel::getTopic).contains("drug_trafficking");
            assertThat(labels.get(0).getEvidence())
                    .anySatisfy(span -> assertThat(span.getProbability()).isNotNull());
        }
    }

    @Test
    void anEncoderThatTheModelKnowsCanBeUsed() {
        assertThatCode(() -> EncoderCheck.check(files)).doesNotThrowAnyException();
    }

    @Test
    void oneThatItDoesNotKnowIsRefused() throws IOException {
        TinyEncoder.writeModel(folder, List.of("wildlife_trafficking", "maritime_piracy", "drug_trafficking"));
        assertThatThrownBy(() -> EncoderCheck.check(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not about drug_trafficking by its vector");
    }

    @Test
    void oneWithVectorsOfAnotherLengthIsRefused() throws IOException {
        // Without models beside it, those of multilingual-e5-small are taken.
        Files.delete(folder.resolve("passage.model"));
        Files.delete(folder.resolve("topic.model.gz"));
        assertThatThrownBy(() -> EncoderCheck.check(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("vectors of 3 dimensions, the model expects 384");
    }

    @Test
    void modelsOfTwoTrainingsAreNotMixed() throws IOException {
        Files.delete(folder.resolve("topic.model.gz"));
        assertThatThrownBy(() -> EncoderCheck.check(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of passage.model and topic.model.gz only one lies beside it");
    }

    @Test
    void whatIsNoGraphIsRefused() throws IOException {
        Files.writeString(folder.resolve("encoder.onnx"), "no graph");
        assertThatThrownBy(() -> EncoderCheck.check(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ONNX Runtime cannot read it");
    }
}
