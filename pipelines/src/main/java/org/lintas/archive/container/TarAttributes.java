package org.lintas.archive.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Attributes of a file from the members before it, if they do not fit into its header: a long name of GNU tar, or the
 * attributes of a pax archive (POSIX.1-2001, "pax Extended Header"), including those of sparse files.
 */
public final class TarAttributes {

    /** Maximum length of attributes; maps of sparse files may be long. */
    public static final int MAX_BYTES = 1 << 20;

    private static final long NONE = -1;

    private String name;
    private String sparseName;
    private long size = NONE;
    private long sparseSize = NONE;
    private boolean mapInData;
    private final List<Long> map = new ArrayList<>();

    /** Adds the data of a member with attributes of the next file. */
    public void take(char type, byte[] data) {
        if (type == 'L') {
            name = text(data, 0, end(data));
        } else if (type != 'K') {
            takeRecords(data);
        }
    }

    /** The name of the file, or a default. */
    public String nameOr(String other) {
        return sparseName != null ? sparseName : name != null ? name : other;
    }

    /** The number of bytes of the file in the tar, or a default. */
    public long sizeOr(long other) {
        return size == NONE ? other : size;
    }

    /** Whether the file is sparse. */
    boolean isSparse() {
        return mapInData || !map.isEmpty() || sparseSize != NONE;
    }

    /** Whether the map of a sparse file is at the start of its data. */
    boolean isMapInData() {
        return mapInData;
    }

    /** Alternating offsets and lengths of the data segments of a sparse file. */
    List<Long> map() {
        return map;
    }

    /** The length of a sparse file including its holes. */
    long sparseSize() {
        return sparseSize;
    }

    /**
     * Reads records of the form {@code LENGTH KEY=VALUE}, each terminated by a line feed, up to the first malformed
     * one.
     */
    private void takeRecords(byte[] data) {
        int at = 0;
        while (at < data.length) {
            int space = at;
            int length = 0;
            while (space < data.length && data[space] >= '0' && data[space] <= '9' && length < MAX_BYTES) {
                length = 10 * length + data[space++] - '0';
            }
            int end = at + length;
            if (end > data.length || space + 1 >= end || data[space] != ' ' || data[end - 1] != '\n') {
                return;
            }
            String record = text(data, space + 1, end - 1);
            int equals = record.indexOf('=');
            if (equals > 0) {
                takeAttribute(record.substring(0, equals), record.substring(equals + 1));
            }
            at = end;
        }
    }

    private void takeAttribute(String key, String value) {
        switch (key) {
            case "path" -> name = value.isEmpty() ? null : value;
            case "size" -> size = number(value);
            case "GNU.sparse.name" -> sparseName = value;
            case "GNU.sparse.size", "GNU.sparse.realsize" -> sparseSize = number(value);
            case "GNU.sparse.major" -> mapInData = number(value) >= 1;
            case "GNU.sparse.offset", "GNU.sparse.numbytes" -> map.add(number(value));
            case "GNU.sparse.map" -> {
                map.clear();
                for (String number : value.split(",")) {
                    map.add(number(number));
                }
            }
            default -> {
                // Owners, times and others are ignored.
            }
        }
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : NONE;
    }

    private static int end(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        return end;
    }

    private static String text(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }
}
