package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TopicModelTest {

    @Test
    void featuresHaveDifferentNames() {
        assertThat(IntStream.range(0, TopicFeatures.PLAIN).mapToObj(TopicFeatures::name))
                .doesNotHaveDuplicates()
                .contains("bias", "core hits 0", "core hits 8 or more", "topic wildlife_trafficking, title core");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        byte[] written = written(TopicModel.load());

        assertThat(written(TopicModel.read(new ByteArrayInputStream(written)))).isEqualTo(written);
    }

    @Test
    void aModelWithOtherFeaturesIsRefusedByTheirName() throws IOException {
        String model = raw(written(TopicModel.load()));
        assertThat(model).contains("title_core").contains("core hits 0");

        assertThatThrownBy(() -> read(model.replace("core hits 0", "core hits Q")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lacks the feature 'core hits 0'")
                .hasMessageContaining("TrainTopicModel");
    }

    private static byte[] written(TopicModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static String raw(byte[] compressed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static TopicModel read(String raw) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(out)) {
            compressed.write(raw.getBytes(StandardCharsets.ISO_8859_1));
        }
        return TopicModel.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
