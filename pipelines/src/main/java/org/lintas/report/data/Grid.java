package org.lintas.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers by row and column, in the order of the given rows and columns; missing numbers are 0. */
public final class Grid {

    /** One number. */
    public record Cell(String row, String column, double value) {}

    private final List<String> rows;
    private final List<String> columns;
    private final Map<Cell, Double> values = new HashMap<>();

    private Grid(List<String> rows, List<String> columns) {
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
    }

    /** A grid with rows and columns in the order of their first cells. */
    public static Grid of(List<Cell> cells) {
        Set<String> rows = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Cell cell : cells) {
            rows.add(cell.row());
            columns.add(cell.column());
        }
        return of(new ArrayList<>(rows), new ArrayList<>(columns), cells);
    }

    /** A grid with these rows and columns. */
    public static Grid of(List<String> rows, List<String> columns, List<Cell> cells) {
        var grid = new Grid(rows, columns);
        cells.forEach(cell -> grid.values.merge(key(cell.row(), cell.column()), cell.value(), Double::sum));
        return grid;
    }

    private static Cell key(String row, String column) {
        return new Cell(row, column, 0);
    }

    public List<String> rows() {
        return rows;
    }

    public List<String> columns() {
        return columns;
    }

    public double at(String row, String column) {
        return values.getOrDefault(key(row, column), 0.0);
    }

    /** Sum of a row. */
    public double ofRow(String row) {
        return columns.stream().mapToDouble(column -> at(row, column)).sum();
    }

    /** The numbers of a row. */
    public List<Double> valuesOfRow(String row) {
        return columns.stream().map(column -> at(row, column)).toList();
    }

    /** Largest number off the diagonal. */
    public double max() {
        return rows.stream()
                .flatMap(row ->
                        columns.stream().filter(column -> !column.equals(row)).map(column -> at(row, column)))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
