package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;
import org.lintas.topic.encoder.TinyEncoder;

/** A sentence encoder in place of the token vectors, from the flag to the rows. */
final class BuildWithEncoderTest {

    @TempDir
    Path temp;

    @Test
    void labelsDependOnTheEncoderAndTheManifestNamesIt() throws IOException {
        Path input = temp.resolve("articles.jsonl");
        Files.writeString(
                input,
                "{\"id\": \"1\", \"title\": \"Heroin found in a lorry near the port\", \"text\": \"Officers opened the lorry at the gate on"
                        + " Monday. Under the floor lay heroin in forty parcels. The driver and his brother were taken to the"
                        + " station, where they were questioned until the evening.\"}\n");
        Path encoder = TinyEncoder.write(temp.resolve("encoder"));

        Path corpus = temp.resolve("corpus");
        assertThat(Lintas.run("build", "--input=" + input, "--output=" + corpus, "--encoder=" + encoder))
                .isEqualTo(ExitCode.OK);
        Path plain = temp.resolve("plain");
        assertThat(Lintas.run("build", "--input=" + input, "--output=" + plain)).isEqualTo(ExitCode.OK);

        JsonNode manifest =
                new ObjectMapper().readTree(corpus.resolve("_manifest.json").toFile());
        assertThat(manifest.at("/options/encoder").asText()).isEqualTo(encoder.toString());
        assertThat(manifest.at("/versions/lintas.encoder").asText()).matches("[0-9a-f]{64}");
        Path compacted = temp.resolve("compacted");
        assertThat(Lintas.run("compact", "--corpus=" + corpus, "--output=" + compacted))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper()
                        .readTree(compacted.resolve("_manifest.json").toFile())
                        .at("/versions/lintas.encoder"))
                .isEqualTo(manifest.at("/versions/lintas.encoder"));
        String sentences = "SELECT unnest(evidence).score FROM article_topics WHERE topic = 'drug_trafficking'";
        assertThat(new Corpus(corpus).query(sentences)).isNotEmpty().isNotEqualTo(new Corpus(plain).query(sentences));
        assertThat(new Corpus(corpus).rows(Dataset.ARTICLES)).hasSameSizeAs(new Corpus(plain).rows(Dataset.ARTICLES));
    }
}
