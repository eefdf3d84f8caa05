package org.lintas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.regions.Region;

class StorageTest {

    private static final String METADATA = SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT.property();

    private final S3Options options = PipelineOptionsFactory.as(S3Options.class);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer machine;

    /** The metadata service of EC2 instances. */
    @BeforeEach
    void listen() throws IOException {
        machine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        machine.createContext("/", request -> {
            asked.incrementAndGet();
            request.sendResponseHeaders(404, -1);
            request.close();
        });
        machine.start();
        System.setProperty(METADATA, url());
    }

    @AfterEach
    void forget() {
        machine.stop(0);
        System.clearProperty(METADATA);
        System.clearProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property());
        System.clearProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property());
        Storage.open(List.of());
    }

    @Test
    void asksNobodyWhereItIsForFilesOnDisk(@TempDir Path folder) throws IOException {
        Storage.open(options, List.of(folder.toString()), Map.of());
        FileSystems.match(folder + "/*", EmptyMatchTreatment.ALLOW);

        assertThat(asked).hasValue(0);
    }

    @Test
    void asksAgainWhereAnAnswerWasCutOff() throws IOException {
        String list =
                "<ListBucketResult><Name>archives</Name><IsTruncated>false</IsTruncated><Contents><Key>a.warc</Key><Size>7</Size>"
                        + "<LastModified>2025-11-01T00:00:00.000Z</LastModified></Contents></ListBucketResult>";
        machine.createContext("/archives", request -> {
            answer(request, 200, list, asked.incrementAndGet() < 3 ? 2 : 1);
            request.close();
        });
        openStore();

        assertThat(FileSystems.match("s3://archives/*.warc").metadata())
                .singleElement()
                .matches(file -> file.sizeBytes() == 7);
        assertThat(asked).hasValueGreaterThanOrEqualTo(3);
    }

    /**
     * The response to the completion of an upload is lost; when retried, the upload no longer exists, but the object
     * does.
     */
    @Test
    void anUploadThatWasEndedUnheardIsDone() throws IOException {
        var ended = new AtomicInteger();
        machine.createContext("/archives", request -> {
            String query = request.getRequestURI().getQuery();
            request.getRequestBody().readAllBytes();
            request.getResponseHeaders().add("ETag", "\"1\"");
            if (request.getRequestMethod().equals("HEAD")) {
                request.sendResponseHeaders(ended.get() > 0 ? 200 : 404, -1);
            } else if (query.equals("uploads")) {
                answer(
                        request,
                        200,
                        "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>",
                        1);
            } else if (request.getRequestMethod().equals("PUT")) {
                request.sendResponseHeaders(200, -1);
            } else if (ended.incrementAndGet() == 1) {
                answer(request, 200, "<CompleteMultipartUploadResult></CompleteMultipartUploadResult>", 2);
            } else {
                answer(request, 404, "<Error><Code>NoSuchUpload</Code></Error>", 1);
            }
            request.close();
        });
        openStore();

        try (WritableByteChannel channel =
                FileSystems.create(FileSystems.matchNewResource("s3://archives/a.txt", false), "text/plain")) {
            channel.write(ByteBuffer.wrap(new byte[10]));
        }
        assertThat(ended).hasValue(2);
    }

    /** Sends only the first part of a response. */
    private static void answer(HttpExchange request, int status, String xml, int parts) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().add("Content-Type", "application/xml");
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes, 0, bytes.length / parts);
    }

    private void openStore() {
        System.setProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property(), "penguji");
        System.setProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property(), "rahasia");
        Storage.open(options, List.of("s3://archives"), Map.of("AWS_ENDPOINT_URL", url()));
    }

    private String url() {
        return "http://127.0.0.1:" + machine.getAddress().getPort();
    }

    @Test
    void takesTheStoreOfTheEnvironment() {
        var environment = Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:9", "AWS_DEFAULT_REGION", "ap-southeast-1");
        Storage.open(options, List.of("s3://archives/2025"), environment);

        assertThat(options.getEndpoint()).hasToString("http://127.0.0.1:9");
        assertThat(options.getAwsRegion()).isEqualTo(Region.AP_SOUTHEAST_1);
        assertThat(asked).hasValue(0);
    }
}
