package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

/** The files for Kubernetes say what Flink understands, and the same as the cluster on one machine. */
class KubernetesFilesTest {

    private static final Path SCRIPTS = Path.of("../scripts");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void bothSetWhatLintasNeeds() throws IOException {
        Map<String, String> needed = settings(Files.readString(SCRIPTS.resolve("flink/flink-conf.yaml")));
        needed.keySet()
                .removeIf(key -> key.startsWith("heartbeat")
                        || key.startsWith("slot.")
                        || key.startsWith("web.")
                        || key.startsWith("queryable")
                        || key.endsWith("compression.codec"));

        assertThat(needed).hasSizeGreaterThan(10);
        assertThat(application()).containsAllEntriesOf(needed);
        assertThat(session()).containsAllEntriesOf(needed);
    }

    @Test
    void theMemoryAddsUp() throws IOException {
        for (Map<String, String> settings : List.of(application(), session())) {
            Configuration flink = Configuration.fromMap(settings);
            flink.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.parse("6144m"));
            var process = TaskExecutorProcessUtils.processSpecFromConfig(flink);

            assertThat(process.getTaskHeapSize().getMebiBytes()).isGreaterThan(2_000);
        }
    }

    @Test
    void theApplicationStartsTheMainWithFlagsThatThereAre() throws Exception {
        JsonNode deployment = documents("kubernetes/application.yaml").get(0);
        JsonNode job = deployment.path("spec").path("job");

        assertThat(deployment.path("apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
        assertThat(deployment.path("kind").asText()).isEqualTo("FlinkDeployment");
        assertThat(Class.forName(job.path("entryClass").asText())).isEqualTo(BuildCorpus.class);
        ParseResult build = Lintas.commandLine()
                .parseArgs(Stream.concat(
                                Stream.of("build"), Stream.of(YAML.convertValue(job.path("args"), String[].class)))
                        .toArray(String[]::new))
                .subcommand();
        assertThat(build.hasMatchedOption("--overwrite")).isTrue();
        assertThat(build.unmatched()).contains("--executionModeForBatch=BATCH");
        assertThat(Files.readString(SCRIPTS.resolve("kubernetes/Containerfile")))
                .contains(job.path("jarURI").asText().substring("local://".length()))
                .contains("flink:" + flinkVersion());
    }

    @Test
    void theSessionHasAServiceForItsJobManager() throws IOException {
        List<JsonNode> documents = documents("kubernetes/session.yaml");

        assertThat(documents.stream().map(document -> document.path("kind").asText()))
                .containsExactly("ConfigMap", "Service", "Deployment", "Deployment");
        JsonNode service = documents.get(1);
        assertThat(session().get("jobmanager.rpc.address"))
                .isEqualTo(service.path("metadata").path("name").asText());
        assertThat(documents.get(2).at("/spec/template/metadata/labels"))
                .isEqualTo(service.at("/spec/selector"))
                .isEqualTo(documents.get(2).at("/spec/selector/matchLabels"));
    }

    @Test
    void flinkReadsTheSettingsOfTheClusterOnOneMachine(@TempDir Path temp) throws IOException {
        Files.copy(SCRIPTS.resolve("flink/flink-conf.yaml"), temp.resolve("flink-conf.yaml"));

        Configuration flink = GlobalConfiguration.loadConfiguration(temp.toString());

        assertThat(flink.toMap()).containsEntry("taskmanager.runtime.large-record-handler", "true");
    }

    private static String flinkVersion() throws IOException {
        return Files.readString(Path.of("../pom.xml")).replaceAll("(?s).*<flink.version>(.*?)</flink.version>.*", "$1");
    }

    private static Map<String, String> application() throws IOException {
        JsonNode settings = documents("kubernetes/application.yaml").get(0).at("/spec/flinkConfiguration");
        return settings.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private static Map<String, String> session() throws IOException {
        return settings(documents("kubernetes/session.yaml")
                .get(0)
                .at("/data/properties")
                .asText());
    }

    private static Map<String, String> settings(String yaml) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        YAML.readTree(yaml)
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class)
                .readValues(new YAMLFactory().createParser(SCRIPTS.resolve(file).toFile()))) {
            return documents.readAll();
        }
    }
}
