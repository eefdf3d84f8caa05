package org.lintas.archive.input;

import org.lintas.archive.bytes.Budget;
import org.lintas.record.Capture;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Where an archive reader puts what it finds. Every record of a file goes to exactly one of the three. */
public interface RecordSink {

    /** The kind of a file that can be read and holds no record. */
    String EMPTY_FILE = "empty_file";

    /** What the file may come to. */
    Budget budget();

    /** A document. */
    void capture(Capture capture);

    /** A record or span that cannot be a document. */
    void reject(Reject reject);

    /** What is sound but no document, such as a request, an image or a folder, by its kind. */
    void skip(String kind);

    /** A record or span of which neither id nor address are known. */
    default void reject(RejectReason reason, String file, long offset, String detail) {
        reject(Rejects.of("archive", reason, file, offset, detail).build());
    }
}
