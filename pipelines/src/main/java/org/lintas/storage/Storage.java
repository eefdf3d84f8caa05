package org.lintas.storage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.regions.Region;

/**
 * Configures {@code s3://} and {@code hdfs://} from the usual environment variables. Credentials are never passed as
 * options: every process gets its own from the default providers of the libraries.
 */
public final class Storage {

    private static final List<String> ENDPOINT = List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
    private static final List<String> REGION = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private Storage() {}

    /** Configures the file systems for the locations of a pipeline, from its options and the environment. */
    public static void open(PipelineOptions options, List<String> places) {
        open(options, places, System.getenv());
    }

    /** Configures the file systems for locations, from the environment only. */
    public static void open(List<String> places) {
        open(PipelineOptionsFactory.create(), places, System.getenv());
    }

    public static void open(PipelineOptions options, List<String> places, Map<String, String> environment) {
        // The endpoint is part of the options, which the web interface of a cluster displays.
        ENDPOINT.forEach(name -> Credentials.refuseIn(name, environment.getOrDefault(name, "")));
        S3Options s3 = options.as(S3Options.class);
        s3.setS3ClientFactoryClass(RetryingS3.class);
        Optional<String> endpoint = first(environment, ENDPOINT).filter(known -> s3.getEndpoint() == null);
        endpoint.ifPresent(known -> s3.setEndpoint(URI.create(known)));
        if (endpoint.isPresent() || places.stream().noneMatch(place -> place.startsWith("s3://"))) {
            // Stores other than Amazon's have no regions, but request signatures need one. Without a region the SDK
            // queries the network, even if S3 is not used at all.
            s3.setAwsRegion(Region.of(first(environment, REGION).orElse("us-east-1")));
        }
        if (!environment.containsKey("HADOOP_CONF_DIR") && !environment.containsKey("YARN_CONF_DIR")) {
            places.stream()
                    .filter(place -> place.startsWith("hdfs://"))
                    .map(place -> URI.create(place.replaceAll("(hdfs://[^/]*).*", "$1")))
                    .findFirst()
                    .ifPresent(root -> {
                        var hadoop = new Configuration();
                        hadoop.set("fs.defaultFS", root.toString());
                        options.as(HadoopFileSystemOptions.class).setHdfsConfiguration(List.of(hadoop));
                    });
        }
        FileSystems.setDefaultPipelineOptions(options);
    }

    private static Optional<String> first(Map<String, String> environment, List<String> names) {
        return names.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
