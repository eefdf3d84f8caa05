package org.lintas.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Counts rejects by reason, and takedowns by takedown entry, as JSON objects. */
public final class CountByReason extends PTransform<PCollection<Reject>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private CountByReason() {}

    public static CountByReason create() {
        return new CountByReason();
    }

    @Override
    public PCollection<String> expand(PCollection<Reject> rejects) {
        return rejects.apply(
                        "TakeReason",
                        MapElements.into(TypeDescriptors.strings()).via(CountByReason::key))
                .apply("Count", Count.perElement())
                .apply(
                        "ToJson",
                        MapElements.into(TypeDescriptors.strings())
                                .via(count -> json(count.getKey(), count.getValue())));
    }

    /** The reason; for a takedown also the matched entry, so that matches can be reported to the requester. */
    private static String key(Reject reject) {
        String reason = reject.getReason().name();
        return reject.getReason() == RejectReason.TAKEDOWN ? reason + "\n" + reject.getDetail() : reason;
    }

    private static String json(String key, long count) {
        int line = key.indexOf('\n');
        var node = new ObjectMapper().createObjectNode().put("reason", line < 0 ? key : key.substring(0, line));
        if (line >= 0) {
            node.put("detail", key.substring(line + 1));
        }
        return node.put("count", count).toString();
    }
}
