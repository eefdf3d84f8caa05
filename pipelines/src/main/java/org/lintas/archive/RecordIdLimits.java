package org.lintas.archive;

import java.util.HashMap;
import java.util.Map;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.text.Sha256;
import org.lintas.text.WebAddress;

/**
 * Limits the length of record ids and URLs. Rows of many datasets repeat the id of a record, so that an id of megabytes
 * would result in gigabytes of rows.
 */
final class RecordIdLimits {

    /** Maximum length of an id, in characters; a longer one is replaced by its digest. */
    private static final int MAX_ID = 1_000;

    private RecordIdLimits() {}

    /** The capture with id and URL limited in length. */
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

    /** The reject with id and URL limited in length. */
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
