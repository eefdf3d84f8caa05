package org.lintas.archive.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.Utf8Stream;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.ArticleFields;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.charset.PageCharset;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.text.LowerCase;

/**
 * Reads CSV files with a header (RFC 4180). The delimiter is the comma, semicolon or tab that yields a header with a
 * text column. Columns are mapped by {@link FieldNames}, ignoring case. After an invalid row, reading continues at the
 * next line. Offsets refer to the decompressed bytes; for UTF-16 and UTF-32, to the text converted to UTF-8.
 */
public final class CsvReader implements ArchiveReader {

    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int MAX_COLUMNS = 10_000;

    private final int maxRowBytes;
    private final ArticleFields articles;

    public CsvReader(int maxRowBytes, FieldNames names) {
        this.maxRowBytes = maxRowBytes;
        this.articles = new ArticleFields(names);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        try (InputStream in = Utf8Stream.of(Compression.open(source, sink.budget()))) {
            var window = new ByteWindow(in, 0);
            if (window.at(0) == 0xEF && window.at(1) == 0xBB && window.at(2) == 0xBF) {
                window.advance(3);
            }
            skipSeparatorLine(window);
            char delimiter = 0;
            List<String> columns = List.of();
            for (char candidate : DELIMITERS) {
                List<String> header = header(window, candidate);
                if (header.size() > columns.size() && articles.hasText(values(header, header))) {
                    delimiter = candidate;
                    columns = header;
                }
            }
            if (columns.isEmpty()) {
                noHeader(file, window, sink);
                return;
            }
            var rows = new CsvRows(window, delimiter, maxRowBytes);
            rows.findRow(MAX_COLUMNS);
            rows.advance();
            new Pass(file, rows, delimiter, columns, sink).read();
        }
    }

    /** Skips the line "sep=…" by which spreadsheets declare the delimiter. */
    private static void skipSeparatorLine(ByteWindow in) {
        if (in.at(0) == 's' && in.at(1) == 'e' && in.at(2) == 'p' && in.at(3) == '=') {
            new CsvRows(in, ',', 0).skipLine();
        }
    }

    private List<String> header(ByteWindow window, char delimiter) {
        var rows = new CsvRows(window, delimiter, maxRowBytes);
        if (rows.findRow(MAX_COLUMNS) != CsvRows.Found.ROW) {
            return List.of();
        }
        String header = decode(rows.bytes());
        // A line break in the header means that a quote is not closed and includes rows.
        return header.indexOf('\n') >= 0
                ? List.of()
                : CsvRows.fields(header, delimiter).stream()
                        .map(name -> LowerCase.of(name.strip()))
                        .toList();
    }

    private static void noHeader(String file, ByteWindow in, RecordSink sink) {
        if (in.failure() != null) {
            sink.reject(
                    RejectReason.TRUNCATED,
                    file,
                    in.position(),
                    String.valueOf(in.failure().getMessage()));
        } else if (in.at(0) >= 0) {
            sink.reject(RejectReason.MISSING_TEXT, file, in.position(), "no header that names a column of text");
        }
    }

    private static Function<String, String> values(List<String> columns, List<String> row) {
        return name -> {
            int column = columns.indexOf(name.toLowerCase(Locale.ROOT));
            return column < 0 ? null : row.get(column);
        };
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return PageCharset.decode(bytes, null);
        }
    }

    /** State of reading the rows of a file. */
    private final class Pass {
        private final String file;
        private final CsvRows rows;
        private final char delimiter;
        private final List<String> columns;
        private final RecordSink sink;

        Pass(String file, CsvRows rows, char delimiter, List<String> columns, RecordSink sink) {
            this.file = file;
            this.rows = rows;
            this.delimiter = delimiter;
            this.columns = columns;
            this.sink = sink;
        }

        void read() {
            while (true) {
                switch (rows.findRow(columns.size())) {
                    case ROW -> readRow(rows.bytes());
                    case BLANK_LINE -> rows.advance();
                    case WRONG_QUOTE -> readLine(RejectReason.DAMAGED_RECORD, "a quote that is not closed");
                    case TOO_MANY_FIELDS -> readLine(RejectReason.DAMAGED_RECORD, "more fields than columns");
                    case TOO_LARGE ->
                        readLine(RejectReason.RECORD_TOO_LARGE, "a row of more than " + maxRowBytes + " bytes");
                    case TRUNCATED -> {
                        sink.reject(
                                RejectReason.TRUNCATED,
                                file,
                                rows.offset(),
                                "inside or behind the row here: " + rows.failure());
                        return;
                    }
                    case END -> {
                        return;
                    }
                }
            }
        }

        private void readRow(byte[] bytes) {
            List<String> fields = CsvRows.fields(decode(bytes), delimiter);
            if (fields.size() == columns.size()) {
                articles.read(file, rows.offset(), values(columns, fields), bytes, sink);
                rows.advance();
            } else {
                readLine(RejectReason.DAMAGED_RECORD, fields.size() + " fields in " + columns.size() + " columns");
            }
        }

        /** Reads a line with invalid quotes: with tabs as delimiter, quotes may be literal characters. */
        private void readLine(RejectReason reason, String detail) {
            byte[] line = delimiter == '\t' ? rows.line() : null;
            List<String> fields =
                    line == null ? List.of() : List.of(decode(line).split("\t", -1));
            if (fields.size() == columns.size()) {
                articles.read(file, rows.offset(), values(columns, fields), line, sink);
            } else {
                sink.reject(reason, file, rows.offset(), detail);
            }
            rows.skipLine();
        }
    }
}
