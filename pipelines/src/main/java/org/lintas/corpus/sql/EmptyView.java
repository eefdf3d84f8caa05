package org.lintas.corpus.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.lintas.schemas.Dataset;

/** The view of a dataset without files, which a small corpus may have: all columns and no rows. */
final class EmptyView {

    private EmptyView() {}

    /** The statement that makes it. */
    static String sql(Dataset dataset) {
        List<String> columns = new ArrayList<>();
        for (Schema.Field field : dataset.schema().getFields()) {
            columns.add("CAST(NULL AS " + ColumnType.of(field.schema()) + ") AS \"" + field.name() + '"');
        }
        dataset.partition()
                .filter(name -> dataset.schema().getField(name) == null)
                .ifPresent(name -> columns.add("CAST(NULL AS VARCHAR) AS \"" + name + '"'));
        return "CREATE OR REPLACE VIEW " + dataset.folder() + " AS SELECT " + String.join(", ", columns)
                + " WHERE false";
    }
}
