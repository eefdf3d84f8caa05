package org.lintas.dataset;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.Utf8;
import org.lintas.schemas.Dataset;

/** The order of the rows in a part file: by the sort columns of the dataset, then by everything else, nulls first. */
final class RowOrder implements Comparator<IndexedRecord> {

    private final int[] columns;

    RowOrder(Dataset dataset) {
        columns = dataset.sort().stream()
                .mapToInt(column -> dataset.schema().getField(column).pos())
                .toArray();
    }

    @Override
    public int compare(IndexedRecord a, IndexedRecord b) {
        for (int column : columns) {
            int order = compareValues(a.get(column), b.get(column));
            if (order != 0) {
                return order;
            }
        }
        // Rows that are equal in all sort columns still need a fixed order, so that the same rows give the same file.
        return compareText(a.toString(), b.toString());
    }

    /** By code points, which is the order of UTF-8 and therefore of readers. */
    private static int compareText(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates represent code points above all others.
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareValues(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Long.compare(x.longValue(), y.longValue());
        }
        if (a instanceof Utf8 x && b instanceof Utf8 y) {
            return Arrays.compareUnsigned(x.getBytes(), 0, x.getByteLength(), y.getBytes(), 0, y.getByteLength());
        }
        return compareText(a.toString(), b.toString());
    }
}
