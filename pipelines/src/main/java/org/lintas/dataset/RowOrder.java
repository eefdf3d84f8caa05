package org.lintas.dataset;

import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.schemas.Dataset;

/** The order of the rows in a part file: by the sort columns of the dataset, then by everything else, nulls first. */
final class RowOrder implements Comparator<SpecificRecord> {

    private final int[] columns;

    RowOrder(Dataset dataset) {
        columns = dataset.sort().stream()
                .mapToInt(column -> dataset.schema().getField(column).pos())
                .toArray();
    }

    @Override
    public int compare(SpecificRecord a, SpecificRecord b) {
        for (int column : columns) {
            int order = compareValues(a.get(column), b.get(column));
            if (order != 0) {
                return order;
            }
        }
        // Rows equal in all sort columns still need one order, so that the same rows make the same file.
        return a.toString().compareTo(b.toString());
    }

    private static int compareValues(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Long.compare(x.longValue(), y.longValue());
        }
        return a.toString().compareTo(b.toString());
    }
}
