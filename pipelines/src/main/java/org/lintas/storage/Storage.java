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
 * Makes {@code s3://} and {@code hdfs://} work by what their users have in the environment anyhow. Credentials are never options: every
 * process looks for its own, in the places where the libraries look.
 */
public final class Storage {

    private static final List<String> ENDPOINT = List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
    private static final List<String> REGION = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private Storage() {}

    /** Makes the places of a pipeline known, by its options and the environment. */
    public static void open(PipelineOptions options, List<String> places) {
        open(options, places, System.getenv());
    }

    /** Makes places known, by the environment alone. */
    public static void open(List<String> places) {
        open(PipelineOptionsFactory.create(), places, System.getenv());
    }

    public static void open(PipelineOptions options, List<String> places, Map<String, String> environment) {
        // It travels with the options, and the web page of a cluster shows them.
        ENDPOINT.forEach(name -> Credentials.refuseIn(name, environment.getOrDefault(name, "")));
        S3Options s3 = options.as(S3Options.class);
        s3.setS3ClientFactoryClass(PatientS3.class);
        Optional<String> endpoint = first(environment, ENDPOINT).filter(known -> s3.getEndpoint() == null);
        endpoint.ifPresent(known -> s3.setEndpoint(URI.create(known)));
        if (endpoint.isPresent() || places.stream().noneMatch(place -> place.startsWith("s3://"))) {
            // A store that is not Amazon's has no regions, but the signature of a request names one. Where it is left
            // open, the network is asked, even for those who use no store.
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
