package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credentials that can be told from anything else are looked for in everything that a run on an object store shows and leaves behind: output,
 * logs, temporary files, jars, lines of processes, pages of the cluster, objects.
 */
@Tag("cluster")
class SecretsTest {

    private static final String KEY = "AKIAPENANDAKUNCI7Q4X";
    private static final String SECRET = "penandaRahasia9bW2kV5nT8xR1mC6zJ3";
    private static final String TOKEN = "penandaSesi4hG7dL2pY9sF1wQ8vB5";
    private static final String WRONG = "penandaSalah6tN3cX8jM1rK5zH2";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path temp;

    private static Path buckets;
    private static Path scratch;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        buckets = Files.createDirectory(temp.resolve("buckets"));
        scratch = Files.createDirectory(temp.resolve("scratch"));
        S3Test.put(News.write(Files.createDirectories(buckets.resolve("archives/2025")), 1_000, 5));
        Files.createDirectory(buckets.resolve("corpora"));
        server = Server.s3(buckets, KEY, SECRET);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void whatIsThereIsFound() throws IOException {
        assertThat(marksIn(temp.resolve("s3proxy.conf"))).containsExactlyInAnyOrder(KEY, SECRET);
        assertThat(marks(("x" + Base64.getEncoder().encodeToString(("a:" + SECRET).getBytes(StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(SECRET);
    }

    @Test
    void aRunOnAClusterLeavesNone() throws Exception {
        Path flink = temp.resolve("flink");
        Map<String, Set<String>> found = new HashMap<>();
        try (var cluster = LocalCluster.start(environment(SECRET), flink, 2, 1)) {
            try (var command = build(SECRET, "s3://archives/2025", "s3://corpora/cluster", cluster.flag())) {
                while (command.isRunning()) {
                    look(cluster, found);
                    addFiles(buckets.resolve("corpora"), found);
                    Thread.sleep(1_000);
                }
                assertThat(command.exitCode()).as(command.output()).isZero();
                add("output of the command", command.output().getBytes(StandardCharsets.UTF_8), found);
            }
            look(cluster, found);
            addFiles(flink, found);
        }
        addFiles(flink, found);
        addFiles(buckets.resolve("corpora"), found);
        addFiles(scratch, found);

        assertThat(buckets.resolve("corpora/cluster/_SUCCESS")).exists();
        assertThat(found.keySet()).contains("output of the command", "/jobmanager/config", "process lines");
        assertThat(found.keySet()).anyMatch(place -> place.matches("/taskmanagers/.*/log"));
        assertThat(found.keySet()).anyMatch(place -> place.matches("/jobs/.*/config"));
        assertThat(found.keySet()).anyMatch(place -> place.contains("/_lock/"));
        assertThat(found.keySet()).anyMatch(place -> place.endsWith("_manifest.json"));
        assertNone(found);
    }

    @Test
    void aRunInOneProcessThatIsRefusedLeavesNone() throws Exception {
        Map<String, Set<String>> found = new HashMap<>();
        for (String flag : List.of("--parallelism=1", "--runner=DirectRunner")) {
            try (var command = build(WRONG, "s3://archives/2025", "s3://corpora/wrong", flag)) {
                while (command.isRunning()) {
                    addProcesses(found);
                    Thread.sleep(200);
                }
                assertThat(command.exitCode()).as(command.output()).isEqualTo(3);
                assertThat(command.output()).contains("403");
                add("output with " + flag, command.output().getBytes(StandardCharsets.UTF_8), found);
            }
        }
        // Read without credentials, and refused where it is written.
        try (var command = build(WRONG, buckets.resolve("archives/2025").toString(), "s3://corpora/wrong")) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
            assertThat(command.output()).contains("403");
            add("output of one that cannot write", command.output().getBytes(StandardCharsets.UTF_8), found);
        }
        addFiles(scratch, found);
        addFiles(buckets.resolve("corpora"), found);
        assertNone(found);
    }

    private static void assertNone(Map<String, Set<String>> found) {
        assertThat(found)
                .allSatisfy((place, marks) -> assertThat(marks).as(place).isEmpty());
    }

    private static Command build(String secret, String input, String output, String... flags) throws IOException {
        var all = new ArrayList<>(List.of("--input=" + input, "--output=" + output));
        all.addAll(List.of(flags));
        // As who looks for the cause of a failure runs it.
        return Command.build(
                environment(secret),
                List.of("-Xmx1500m", "-Djava.io.tmpdir=" + scratch, "-Dorg.slf4j.simpleLogger.log.org.lintas=debug"),
                all.toArray(String[]::new));
    }

    private static Map<String, String> environment(String secret) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", secret,
                "AWS_SESSION_TOKEN", TOKEN,
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.port(),
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    /** Everything that the web page of a cluster can show, and the lines of all processes. */
    private static void look(LocalCluster cluster, Map<String, Set<String>> found) throws IOException {
        addProcesses(found);
        var pages = new TreeSet<>(Set.of(
                "/config",
                "/overview",
                "/jars",
                "/jobmanager/config",
                "/jobmanager/environment",
                "/jobmanager/log",
                "/jobmanager/stdout",
                "/jobmanager/thread-dump",
                "/jobmanager/metrics",
                "/jobs/overview",
                "/taskmanagers"));
        for (JsonNode log : page(cluster, "/jobmanager/logs").path("logs")) {
            pages.add("/jobmanager/logs/" + log.path("name").asText());
        }
        for (JsonNode job : page(cluster, "/jobs").path("jobs")) {
            String path = "/jobs/" + job.path("id").asText();
            pages.addAll(Set.of(
                    path,
                    path + "/config",
                    path + "/plan",
                    path + "/exceptions",
                    path + "/accumulators",
                    path + "/jobmanager/config",
                    path + "/jobmanager/environment"));
        }
        for (JsonNode worker : page(cluster, "/taskmanagers").path("taskmanagers")) {
            String path = "/taskmanagers/" + worker.path("id").asText();
            pages.addAll(Set.of(
                    path, path + "/log", path + "/logs", path + "/stdout", path + "/thread-dump", path + "/metrics"));
        }
        for (String page : pages) {
            add(page, bytes(cluster, page), found);
        }
    }

    private static JsonNode page(LocalCluster cluster, String path) throws IOException {
        return JSON.readTree(bytes(cluster, path));
    }

    private static byte[] bytes(LocalCluster cluster, String path) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://" + cluster.master() + path).toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(60_000);
        // A log that cannot be sent to its end leaves bytes behind, which a next answer on the same connection would
        // begin with.
        connection.setRequestProperty("Connection", "close");
        try (InputStream in =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    /** What {@code ps} shows to everybody; environments it shows to nobody else. */
    private static void addProcesses(Map<String, Set<String>> found) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .toList()) {
                try {
                    add("process lines", Files.readAllBytes(process.resolve("cmdline")), found);
                } catch (IOException e) {
                    // It has ended meanwhile; the others are looked at.
                    assertThat(Files.exists(process.resolve("cmdline"))).isFalse();
                }
            }
        }
    }

    private static void addFiles(Path folder, Map<String, Set<String>> found) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    found.computeIfAbsent(temp.relativize(file).toString(), any -> new TreeSet<>())
                            .addAll(marksIn(file));
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Runs rename and remove files while they are looked at. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                assertThat(file).doesNotExist();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Set<String> marksIn(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Set<String> marks = marks(bytes);
        boolean isJar = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && !isTheJar(file, bytes.length);
        if (isJar) {
            try (var zip = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    marks.addAll(marks(zip.readAllBytes()));
                }
            }
        }
        return marks;
    }

    /** The jar of the project was there before the credentials were. */
    private static boolean isTheJar(Path file, long length) throws IOException {
        Path jar = Path.of("target/lintas.jar");
        return length == Files.size(jar) && Files.mismatch(file, jar) < 0;
    }

    private static void add(String place, byte[] bytes, Map<String, Set<String>> found) {
        found.computeIfAbsent(place, any -> new TreeSet<>()).addAll(marks(bytes));
    }

    /** The credentials in some bytes, as they are or in Base64, whatever stands before them. */
    private static Set<String> marks(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> marks = new TreeSet<>();
        for (String mark : List.of(KEY, SECRET, TOKEN, WRONG)) {
            if (text.contains(mark)) {
                marks.add(mark);
            }
            for (int before = 0; before < 3; before++) {
                String coded = Base64.getEncoder()
                        .encodeToString((" ".repeat(before) + mark).getBytes(StandardCharsets.UTF_8));
                // Without the digits that what stands before and behind has a part in.
                if (text.contains(coded.substring(before == 0 ? 0 : before + 1, 4 * ((before + mark.length()) / 3)))) {
                    marks.add(mark);
                }
            }
        }
        return marks;
    }
}
