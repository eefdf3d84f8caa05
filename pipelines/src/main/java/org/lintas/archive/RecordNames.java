package org.lintas.archive;

import java.util.HashMap;
import java.util.Map;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.text.Sha256;
import org.lintas.text.WebAddress;

/**
 * Bounds for what a record is known by. Rows of many datasets repeat the id of a record: one of megabytes would come to
 * gigabytes of rows.
 */
final class RecordNames {

    /** Longest id, in characters; of a longer one the digest stands for it. */
    private static final int MAX_ID = 1_000;

    private RecordNames() {}

    /** A capture whose id and address are bounded. */
    static Capture bounded(Capture capture) {
        String address = capture.getFields().get("url");
        if (isBounded(capture.getRecordId(), capture.getUrl()) && isBounded("", address)) {
            return capture;
        }
        Map<String, String> fields = new HashMap<>(capture.getFields());
        fields.computeIfPresent("url", (any, url) -> address(url));
        return Capture.newBuilder(capture)
                .setRecordId(id(capture.getRecordId()))
                .setUrl(address(capture.getUrl()))
                .setFields(fields)
                .build();
    }

    /** A reject whose id and address are bounded. */
    static Reject bounded(Reject reject) {
        return isBounded(reject.getRecordId(), reject.getUrl())
                ? reject
                : Reject.newBuilder(reject)
                        .setRecordId(id(reject.getRecordId()))
                        .setUrl(address(reject.getUrl()))
                        .build();
    }

    private static boolean isBounded(String id, String url) {
        return (id == null || id.length() <= MAX_ID) && (url == null || url.length() <= WebAddress.MAX_LENGTH);
    }

    private static String id(String id) {
        return id == null || id.length() <= MAX_ID ? id : "sha256:" + Sha256.hex(id);
    }

    private static String address(String url) {
        return url == null || url.length() > WebAddress.MAX_LENGTH ? null : url;
    }
}
