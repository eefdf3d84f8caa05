package org.lintas.archive.input;

import org.lintas.archive.bytes.Budget;
import org.lintas.record.Capture;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * Receives the records that an archive reader finds. Every record is passed to exactly one of capture, reject and skip.
 */
public interface RecordSink {

    /** Kind of a skipped file that is readable but contains no records. */
    String EMPTY_FILE = "empty_file";

    /** The limits for the file. */
    Budget budget();

    /** Receives a document. */
    void capture(Capture capture);

    /** Receives a record or byte range that cannot be read as a document. */
    void reject(Reject reject);

    /** Counts a valid record that is skipped since it is not a document, such as a request, an image or a folder. */
    void skip(String kind);

    /** Receives a record or byte range with unknown id and URL. */
    default void reject(RejectReason reason, String file, long offset, String detail) {
        reject(Rejects.of("archive", reason, file, offset, detail).build());
    }
}
