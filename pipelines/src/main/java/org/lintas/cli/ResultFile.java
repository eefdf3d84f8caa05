package org.lintas.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.text.Printable;

/** A file that takes the result of a query row by row, however many there are: CSV (RFC 4180) or a workbook (ECMA-376) with one sheet. */
enum ResultFile {
    CSV {
        @Override
        void write(ResultSet result, OutputStream stream) throws SQLException, IOException {
            Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            int columns = result.getMetaData().getColumnCount();
            for (int c = 1; c <= columns; c++) {
                out.append(c == 1 ? "" : ",")
                        .append(TableFormat.field(result.getMetaData().getColumnLabel(c)));
            }
            out.append('\n');
            while (result.next()) {
                for (int c = 1; c <= columns; c++) {
                    out.append(c == 1 ? "" : ",").append(TableFormat.field(result.getString(c)));
                }
                out.append('\n');
            }
            out.flush();
        }
    },
    /** Numbers, days and times (UTC) are cells of their kinds; texts are never formulas; a text too long for a cell ends with "…". */
    XLSX {
        @Override
        void write(ResultSet result, OutputStream stream) throws SQLException, IOException {
            try (var book = new Workbook(stream, "Lintas", null);
                    Worksheet sheet = book.newWorksheet("result")) {
                int columns = result.getMetaData().getColumnCount();
                if (columns > Worksheet.MAX_COLS) {
                    throw tooLarge(columns + " columns");
                }
                for (int c = 0; c < columns; c++) {
                    sheet.inlineString(0, c, result.getMetaData().getColumnLabel(c + 1));
                    sheet.style(0, c).bold().set();
                }
                sheet.freezePane(0, 1);
                int row = 0;
                while (result.next()) {
                    if (++row >= Worksheet.MAX_ROWS) {
                        throw tooLarge("more than " + (Worksheet.MAX_ROWS - 1) + " rows");
                    }
                    for (int c = 0; c < columns; c++) {
                        cell(sheet, row, c, result);
                    }
                    if (row % ROWS_IN_MEMORY == 0) {
                        sheet.flush();
                    }
                }
            }
        }
    };

    private static final int ROWS_IN_MEMORY = 1_000;

    /** Characters that a cell may have. */
    private static final int CELL = 32_767;

    /** Greatest integer up to which every one is exact in a cell. */
    private static final long EXACT = 1L << 53;

    /** Writes a result, the column names first. */
    abstract void write(ResultSet result, OutputStream out) throws SQLException, IOException;

    /**
     * The kind of a file, by the end of its name.
     *
     * @throws RunFailure if it is none of these
     */
    static ResultFile of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RunFailure.usage(
                        "--output=" + Printable.of(file) + ": give a name that ends with .csv or .xlsx"));
    }

    /** Writes the result of a query. */
    void write(CorpusDatabase database, String sql, NewFile file) throws SQLException, IOException {
        try (OutputStream out = file.open()) {
            if (!database.read(sql, result -> write(result, out))) {
                throw RunFailure.usage("--output: the statement has no result to write");
            }
        }
        file.finish();
    }

    private static RunFailure tooLarge(String what) {
        return new RunFailure(ExitCode.PIPELINE_FAILED, what + " do not fit into a sheet; write .csv, or ask for less");
    }

    private static void cell(Worksheet sheet, int row, int column, ResultSet result) throws SQLException {
        Object value = result.getObject(column + 1);
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof Number number && Math.abs(number.doubleValue()) <= EXACT) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof OffsetDateTime time) {
            time(sheet, row, column, time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        } else if (value instanceof Timestamp time) {
            time(sheet, row, column, time.toLocalDateTime());
        } else if (value != null) {
            String text = result.getString(column + 1);
            int end = CELL - 1;
            if (text.length() > CELL) {
                text = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
            }
            sheet.inlineString(row, column, text);
        }
    }

    private static void time(Worksheet sheet, int row, int column, LocalDateTime time) {
        sheet.value(row, column, time);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    }
}
