package org.lintas.topic.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnigramTokenizerTest {

    private static final String VOCABULARY =
            "[\"<s>\", 0], [\"</s>\", 0], [\"<unk>\", 0], [\"\u2581\", -3], [\"\u2581na\", -2],"
                    + " [\"ga\", -2], [\"\u2581naga\", -5], [\"g\", -4], [\"a\", -4]";

    @Test
    void theLikeliestPiecesAreTaken() throws IOException {
        // "na" and "ga" together are likelier than "naga".
        assertThat(tokenizer().tokens("naga", 10)).containsExactly(0, 4, 5, 1);
    }

    @Test
    void unknownCharactersInARowAreOneToken() throws IOException {
        assertThat(tokenizer().tokens("xyz ga", 10)).containsExactly(0, 3, 2, 3, 5, 1);
    }

    @Test
    void marksInATextAreText() throws IOException {
        assertThat(tokenizer().tokens("<s>", 10)).containsExactly(0, 3, 2, 1);
    }

    @Test
    void aLongTextIsCutBeforeTheEnd() throws IOException {
        assertThat(tokenizer().tokens("ga".repeat(50), 5)).hasSize(5).endsWith(1);
    }

    @Test
    void formsOfACharacterAndOfSpaceAreOne() {
        assertThat(UnigramTokenizer.normalise("\uFF21\u00A0\t b\u200B c\u0007")).isEqualTo("\u2581A\u2581b\u2581c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 1}}}",
                "{\"model\": {\"unk_id\": 0, \"vocab\": [[\"<unk>\", 0]]}}",
                "[",
                ""
            })
    void otherTokenizersAreRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    private static UnigramTokenizer tokenizer() throws IOException {
        return read("{\"model\": {\"unk_id\": 2, \"vocab\": [" + VOCABULARY + "]}}");
    }

    private static UnigramTokenizer read(String json) throws IOException {
        return UnigramTokenizer.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
