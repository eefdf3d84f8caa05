package org.lintas.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.zip.CRC32C;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;
import org.lintas.schemas.Dataset;

/** Properties of a row that the writer needs: partition, size, shard. */
public final class Rows {

    private Rows() {}

    /** Path of its partition, below the root. */
    static String partition(SpecificRecord row) {
        Dataset dataset = Dataset.of(row.getSchema());
        String value = dataset.partition()
                .map(column -> row.get(dataset.schema().getField(column).pos()).toString())
                .orElse("");
        return Layout.partition(dataset, value);
    }

    /** Estimated bytes of a row before compression. */
    static long bytes(IndexedRecord row) {
        long bytes = 0;
        for (int i = 0; i < row.getSchema().getFields().size(); i++) {
            bytes += bytes(row.get(i));
        }
        return bytes;
    }

    private static long bytes(Object value) {
        if (value instanceof Utf8 text) {
            // Asked for its length, it would decode itself.
            return 4L + text.getByteLength();
        }
        if (value instanceof CharSequence text) {
            return 4L + text.length();
        }
        if (value instanceof Collection<?> list) {
            return 4 + list.stream().mapToLong(Rows::bytes).sum();
        }
        if (value instanceof IndexedRecord row) {
            return bytes(row);
        }
        return 8;
    }

    /** A hash of all sort columns: rows that share only the first column, such as the copies of one article, are spread as well. */
    static int shardHash(SpecificRecord row) {
        Dataset dataset = Dataset.of(row.getSchema());
        var hash = new CRC32C();
        for (String column : dataset.sort()) {
            Object key = row.get(dataset.schema().getField(column).pos());
            hash.update(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
            hash.update('\n');
        }
        return (int) hash.getValue();
    }
}
