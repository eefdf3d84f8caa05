package org.lintas.record;

import java.io.IOException;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Creates rejects: the records for inputs of any stage that did not become articles. */
public final class Rejects {

    /** Maximum length of a detail; longer ones are cut. */
    private static final int MAX_DETAIL = 300;

    private Rejects() {}

    /** A human-readable cause: the message, preceded by the class of the exception if that is not an IOException. */
    public static String cause(Throwable e) {
        if (e instanceof IOException) {
            return String.valueOf(e.getMessage());
        }
        String kind = e.getClass().getSimpleName();
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }

    /**
     * A reject for a record or a damaged byte range.
     *
     * @param stage the stage that rejects: archive, extract, care, language or correction
     * @param offset where it starts in the archive file, in bytes
     * @param detail what exactly was wrong
     */
    public static Reject.Builder of(String stage, RejectReason reason, String archiveFile, long offset, String detail) {
        return Reject.newBuilder()
                .setStage(stage)
                .setReason(reason)
                .setArchiveFile(archiveFile)
                .setArchiveOffset(offset)
                .setDetail(bounded(detail));
    }

    private static String bounded(String detail) {
        if (detail.length() <= MAX_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
        return detail.substring(0, end) + "…";
    }
}
