package org.lintas.dataset;

import org.lintas.record.PartFile;

/**
 * A finished part file and what is known of it.
 *
 * @param file as Beam's file system names it
 * @param rows that it holds
 * @param bytes its size
 */
public record StoredPart(String file, long rows, long bytes) {

    /** A part file whose path is as Beam's file system names it. */
    public static StoredPart of(PartFile located) {
        return new StoredPart(located.getPath(), located.getRows(), located.getBytes());
    }

    /** The value of the partition column by the folder that it lies in ({@code language=th}); empty where there is none. */
    public String partition() {
        int end = file.lastIndexOf('/');
        String folder = file.substring(file.lastIndexOf('/', end - 1) + 1, end);
        return folder.contains("=") ? folder.substring(folder.indexOf('=') + 1) : "";
    }
}
