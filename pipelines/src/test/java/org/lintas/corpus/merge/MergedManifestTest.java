package org.lintas.corpus.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.corpus.RunRecord;
import org.lintas.corpus.Versions;
import org.lintas.dataset.Manifest;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

class MergedManifestTest {

    /** Twelve records, two of which had been removed before. */
    private static final String RUN = """
            {"conservation": {"read": {"documents": 12, "total": 12}, "written": {"removed": 2}},
             "skipped_inputs": {"hidden": {"count": 7, "examples": [".a", ".b", ".c", ".d"]}}}
            """;

    @Test
    void rowsThatWereWrittenOrRemovedAddUp() throws JsonProcessingException {
        MergedManifest manifest = manifest(merged(Dataset.ARTICLES, 6, 1, 5), merged(Dataset.DUPLICATES, 4, 3, 1));

        assertThat(manifest.loss()).isEmpty();
        assertThat(manifest.removed()).isEqualTo(6);
        JsonNode json = new ObjectMapper()
                .readTree(manifest.manifest(RunRecord.begin().apply(Map.of()), Versions.all())
                        .json());
        assertThat(json.at("/conservation/written/removed").asLong()).isEqualTo(6);
        assertThat(json.at("/conservation/rows/articles/read").asLong()).isEqualTo(6);
        assertThat(json.at("/conservation/rows/articles/removed").asLong()).isEqualTo(1);
        assertThat(json.at("/conservation/holds").asBoolean()).isTrue();
    }

    @Test
    void rowsThatAreMissingAreNotTakenForRemoved() throws JsonProcessingException {
        assertThat(manifest(merged(Dataset.ARTICLES, 6, 0, 6), merged(Dataset.DUPLICATES, 4, 0, 0))
                        .loss())
                .contains("duplicates: the corpora have 4 rows, but 0 were written and 0 removed");
        assertThat(manifest(
                                merged(Dataset.ARTICLES, 6, 0, 6),
                                merged(Dataset.DUPLICATES, 4, 0, 4),
                                merged(Dataset.FINGERPRINTS, 9, 1, 7))
                        .loss())
                .contains("fingerprints: the corpora have 9 rows, but 7 were written and 1 removed");
    }

    @Test
    void corporaWithWrongCountsAreNotMerged() throws JsonProcessingException {
        assertThat(manifest(merged(Dataset.ARTICLES, 6, 1, 5), merged(Dataset.DUPLICATES, 3, 0, 3))
                        .loss())
                .hasValueSatisfying(loss -> assertThat(loss).contains("12 records read"));
    }

    @Test
    void skippedInputsAreSummed() throws JsonProcessingException {
        Manifest other =
                Manifest.parse("{\"skipped_inputs\": {\"hidden\": {\"count\": 2, \"examples\": [\".b\", \".x\"]}}}");
        var run = RunRecord.begin().apply(Map.of());

        Manifest merged = MergedManifest.of(List.of(Manifest.parse(RUN), other), List.of())
                .manifest(run, Versions.all());

        assertThat(merged.skippedInputs())
                .containsOnly(
                        Map.entry("hidden", new Manifest.SkippedInputs(9, List.of(".a", ".b", ".c", ".d", ".x"))));
        assertThat(Manifest.parse(merged.json())).isEqualTo(merged);
    }

    private static MergedManifest manifest(MergedDataset... datasets) throws JsonProcessingException {
        return MergedManifest.of(List.of(Manifest.parse(RUN)), List.of(datasets));
    }

    private static MergedDataset merged(Dataset dataset, long sourceRows, long removed, long written) {
        var file = PartFile.newBuilder()
                .setPath(dataset.folder() + "/part.parquet")
                .setRows(written)
                .setBytes(1)
                .setSha256("")
                .build();
        return new MergedDataset(dataset, sourceRows, removed, List.of(file));
    }
}
