package org.lintas.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * Counters of a pipeline, by their names {@code stage.noun}. They count attempted work: work that is repeated after a worker was lost counts twice,
 * unlike in the manifest.
 */
public final class RunMetrics {

    private RunMetrics() {}

    /** The counters of Lintas by name, summed over all steps. */
    public static Map<String, Long> counters(MetricResults results) {
        MetricQueryResults all = results.queryMetrics(MetricsFilter.builder().build());
        Map<String, Long> counters = new TreeMap<>();
        for (MetricResult<Long> counter : all.getCounters()) {
            String name = counter.getName().getName();
            if (name.startsWith(counter.getName().getNamespace() + ".")) {
                counters.merge(name, counter.getAttempted(), Long::sum);
            }
        }
        return counters;
    }

    /** The counters as a JSON document. */
    public static String json(Map<String, Long> counters) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode all = root.putObject("counters");
        counters.forEach(all::put);
        return root.toPrettyString() + "\n";
    }
}
