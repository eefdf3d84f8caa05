package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;
import org.lintas.report.browse.BrowseServer;

/** The command {@code browse}; what it serves is tested in {@code report.browse}. */
class BrowseCorpusTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=65536                   | --port=65536: give a number from 0 to 65535
            --port=-1                      | --port=-1: give a number from 0 to 65535
            --port=web                     | --port=web: give a number
            --corpus=s3://bucket/corpus    | --corpus=s3://bucket/corpus: is not on a local disk; copy it to a local disk and browse it there
            --corpus=a,b                   | --corpus=a,b: give one corpus
            """)
    void badUsageNamesTheFlag(String flag, String message) {
        String[] flags = flag.startsWith("--corpus")
                ? new String[] {flag}
                : new String[] {"--corpus=" + SampleCorpus.folder(), flag};

        HelpTest.Captured captured = HelpTest.captured(() -> Lintas.run("browse", flags));

        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err().lines()).singleElement().asString().contains(message);
    }

    @Test
    void aFolderThatIsNoCorpusIsMissing() {
        assertThat(HelpTest.captured(() -> Lintas.run("browse", "--corpus=" + temp))
                        .code())
                .isEqualTo(ExitCode.INPUT_MISSING);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HelpTest.Captured captured = HelpTest.captured(
                    () -> Lintas.run("browse", "--corpus=" + SampleCorpus.folder(), "--port=" + taken.getLocalPort()));

            assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
            assertThat(captured.err())
                    .contains("--port=" + taken.getLocalPort() + ": cannot listen there")
                    .contains("give another port, or 0 for any that is free");
        }
    }

    @Test
    void aSelectionIsExportedAsCsvAndXlsx() throws Exception {
        try (BrowseServer server = BrowseCorpus.start(SampleCorpus.folder(), 0)) {
            String csv = new String(get(server, "export.csv?language=th"), StandardCharsets.UTF_8);
            byte[] xlsx = get(server, "export.xlsx?language=th");

            assertThat(csv.lines().findFirst())
                    .hasValueSatisfying(names -> assertThat(names)
                            .startsWith("article_id,title,url,url_host,source,language,published_at,"));
            assertThat(csv.lines()).hasSizeGreaterThanOrEqualTo(7);
            assertThat(new ZipInputStream(new ByteArrayInputStream(xlsx)).getNextEntry())
                    .isNotNull();
        }
    }

    private static byte[] get(BrowseServer server, String what) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + what))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
