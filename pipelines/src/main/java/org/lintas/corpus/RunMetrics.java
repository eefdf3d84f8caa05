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
 * Counters of a pipeline, by their names {@code stage.noun}. They count what was attempted: a worker that was lost and its work done again
 * counts twice, where the manifest does not.
 */
public final class RunMetrics {

    private RunMetrics() {}

    /** Own counters, sums over all steps, by name. */
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

    /** As a JSON document. */
    public static String json(Map<String, Long> counters) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode all = root.putObject("counters");
        counters.forEach(all::put);
        return root.toPrettyString() + "\n";
    }
}
