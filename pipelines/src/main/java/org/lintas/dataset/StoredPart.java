package org.lintas.dataset;

import org.lintas.record.PartFile;

/**
 * A finished part file with its rows and size.
 *
 * @param file as Beam's file system names it
 * @param rows its number of rows
 * @param bytes its size
 */
public record StoredPart(String file, long rows, long bytes) {

    /** A part file whose path is as Beam's file system names it. */
    public static StoredPart of(PartFile located) {
        return new StoredPart(located.getPath(), located.getRows(), located.getBytes());
    }

    /** The value of the partition column, by its folder ({@code language=th}); empty if there is none. */
    public String partition() {
        int end = file.lastIndexOf('/');
        String folder = file.substring(file.lastIndexOf('/', end - 1) + 1, end);
        return folder.contains("=") ? folder.substring(folder.indexOf('=') + 1) : "";
    }
}
