package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.lintas.schemas.Dataset;

/** Percentage of rows that have a value, by column; an empty list counts as no value. */
public final class Completeness {

    private Completeness() {}

    /** Percentage of the rows of a dataset that have a value, by column. */
    static List<Grid.Cell> of(Statements statements, Dataset dataset) throws SQLException {
        List<Schema.Field> fields = dataset.schema().getFields();
        String sql = fields.stream()
                        .map(Completeness::filled)
                        .collect(Collectors.joining(",\n       ", "SELECT ", "\nFROM "))
                + dataset.folder();
        return statements
                .query(sql, row -> {
                    var cells = new ArrayList<Grid.Cell>();
                    for (int c = 0; c < fields.size(); c++) {
                        cells.add(new Grid.Cell(dataset.folder(), fields.get(c).name(), row.getDouble(c + 1)));
                    }
                    return cells;
                })
                .get(0);
    }

    /** Percentage of the articles of each language that have a value, for columns that may be empty. */
    static Grid byLanguage(Statements statements, List<LanguageRow> languages) throws SQLException {
        List<Schema.Field> fields = Dataset.ARTICLES.schema().getFields().stream()
                .filter(Completeness::mayBeEmpty)
                .toList();
        String sql = fields.stream()
                .map(Completeness::filled)
                .collect(Collectors.joining(
                        ",\n       ", "SELECT language, ", "\nFROM articles GROUP BY language ORDER BY language"));
        List<List<Grid.Cell>> cells = statements.query(sql, row -> {
            var ofLanguage = new ArrayList<Grid.Cell>();
            for (int c = 0; c < fields.size(); c++) {
                ofLanguage.add(new Grid.Cell(fields.get(c).name(), row.getString(1), row.getDouble(c + 2)));
            }
            return ofLanguage;
        });
        return Grid.of(
                fields.stream().map(Schema.Field::name).toList(),
                languages.stream().map(LanguageRow::code).toList(),
                cells.stream().flatMap(List::stream).toList());
    }

    private static boolean mayBeEmpty(Schema.Field field) {
        return field.schema().isNullable() || field.schema().getType() == Schema.Type.ARRAY;
    }

    private static String filled(Schema.Field field) {
        boolean list = field.schema().getType() == Schema.Type.ARRAY;
        String filter = list ? " FILTER (WHERE len(\"" + field.name() + "\") > 0)" : "";
        return "100.0 * count(\"" + field.name() + "\")" + filter + " / greatest(count(*), 1) AS \"" + field.name()
                + "\"";
    }
}
