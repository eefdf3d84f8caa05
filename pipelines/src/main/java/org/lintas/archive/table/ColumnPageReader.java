package org.lintas.archive.table;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.lintas.archive.bytes.Budget;

/** Reads the pages of one column of a row group sequentially, one at a time; all lengths are validated before use. */
final class ColumnPageReader implements PageReader, Closeable {

    /** Maximum size of a page. Writers aim at one megabyte, but a page contains at least one value of any size. */
    private static final int MAX_PAGE = 128 << 20;

    private static final int MAX_HEADER = 1 << 20;
    /** Maximum number of values per byte in repeated fields, such as a list of identical tags. */
    private static final long MAX_VALUES_PER_BYTE = 64;

    private final InputStream in;
    private final ColumnDescriptor column;
    private final ColumnChunkMetaData chunk;
    private final long rows;
    private final Budget budget;
    private long remaining;
    private long values;
    private PageHeader ahead;

    /**
     * Creates a reader for a column.
     *
     * @param in the file, from the first page of the column on
     * @param rows number of rows of the row group
     * @param budget that decompressed pages are counted against
     */
    ColumnPageReader(InputStream in, ColumnDescriptor column, ColumnChunkMetaData chunk, long rows, Budget budget) {
        this.in = in;
        this.column = column;
        this.chunk = chunk;
        this.rows = rows;
        this.budget = budget;
        this.remaining = chunk.getTotalSize();
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getValueCount();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        try {
            ahead = header();
            if (ahead == null || ahead.getType() != PageType.DICTIONARY_PAGE) {
                return null;
            }
            DictionaryPageHeader header = ahead.getDictionary_page_header();
            byte[] page = decompress(body(ahead), ahead.getUncompressed_page_size());
            ahead = null;
            if (header.getNum_values() < 0 || header.getNum_values() > page.length) {
                throw new IOException("a dictionary of " + header.getNum_values() + " values");
            }
            return new DictionaryPage(BytesInput.from(page), header.getNum_values(), encoding(header.getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DataPage readPage() {
        try {
            while (values < chunk.getValueCount()) {
                PageHeader header = ahead != null ? ahead : header();
                ahead = null;
                if (header == null) {
                    throw new EOFException("fewer values than the column says to have");
                }
                byte[] body = body(header);
                if (header.getType() == PageType.DATA_PAGE) {
                    return pageV1(header, body);
                }
                if (header.getType() == PageType.DATA_PAGE_V2) {
                    return pageV2(header, body);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage pageV1(PageHeader header, byte[] body) throws IOException {
        DataPageHeader data = header.getData_page_header();
        byte[] page = decompress(body, header.getUncompressed_page_size());
        int count = counted(data.getNum_values(), page.length);
        int at = 0;
        if (data.getRepetition_level_encoding() == org.apache.parquet.format.Encoding.RLE) {
            at = PageValidator.checkSizedLevels(page, at, column.getMaxRepetitionLevel(), count);
        }
        if (data.getDefinition_level_encoding() == org.apache.parquet.format.Encoding.RLE) {
            at = PageValidator.checkSizedLevels(page, at, column.getMaxDefinitionLevel(), count);
        }
        Encoding encoding = encoding(data.getEncoding());
        PageValidator.checkValues(page, at, encoding, count);
        return new DataPageV1(
                BytesInput.from(page),
                count,
                page.length,
                noStatistics(),
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding);
    }

    private DataPage pageV2(PageHeader header, byte[] body) throws IOException {
        DataPageHeaderV2 data = header.getData_page_header_v2();
        int repetition = data.getRepetition_levels_byte_length();
        int definition = data.getDefinition_levels_byte_length();
        if (repetition < 0 || definition < 0 || (long) repetition + definition > body.length) {
            throw new IOException("levels of more bytes than the page");
        }
        int levels = repetition + definition;
        byte[] repetitions = Arrays.copyOf(body, repetition);
        byte[] definitions = Arrays.copyOfRange(body, repetition, levels);
        byte[] values = Arrays.copyOfRange(body, levels, body.length);
        if (data.isIs_compressed() && values.length > 0) {
            values = decompress(values, header.getUncompressed_page_size() - levels);
        }
        int count = counted(data.getNum_values(), values.length + levels);
        Encoding encoding = encoding(data.getEncoding());
        PageValidator.checkLevels(repetitions, column.getMaxRepetitionLevel(), count);
        PageValidator.checkLevels(definitions, column.getMaxDefinitionLevel(), count);
        PageValidator.checkValues(values, 0, encoding, count);
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                count,
                BytesInput.from(repetitions),
                BytesInput.from(definitions),
                encoding,
                BytesInput.from(values),
                noStatistics());
    }

    private int counted(int count, int bytes) throws IOException {
        values += Math.max(0, count);
        boolean tooMany =
                column.getMaxRepetitionLevel() == 0 ? values > rows : count > rows + MAX_VALUES_PER_BYTE * (bytes + 1L);
        if (count < 0 || tooMany) {
            throw new IOException("a page of " + count + " values");
        }
        return count;
    }

    /** Reads the next header; null at the end of the column. */
    private PageHeader header() throws IOException {
        if (remaining <= 0) {
            return null;
        }
        byte[] bytes = CompactThrift.take(in, (int) Math.min(MAX_HEADER, remaining));
        remaining -= bytes.length;
        return Util.readPageHeader(new ByteArrayInputStream(bytes));
    }

    private byte[] body(PageHeader header) throws IOException {
        int size = header.getCompressed_page_size();
        if (size < 0 || size > Math.min(MAX_PAGE, remaining)) {
            throw new IOException("a page of " + size + " bytes");
        }
        byte[] body = in.readNBytes(size);
        remaining -= body.length;
        if (body.length < size) {
            throw new EOFException("inside a page");
        }
        if (header.isSetCrc()) {
            var crc = new CRC32();
            crc.update(body);
            if ((int) crc.getValue() != header.getCrc()) {
                throw new IOException("a page whose check sum does not match");
            }
        }
        return body;
    }

    private byte[] decompress(byte[] body, int size) throws IOException {
        if (size < 0 || size > MAX_PAGE) {
            throw new IOException("a page of " + size + " bytes");
        }
        budget.takeChecked(size);
        return PageCodec.decompress(chunk.getCodec(), body, size);
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) throws IOException {
        if (encoding == null) {
            throw new IOException("an unknown encoding");
        }
        return Encoding.valueOf(encoding.name());
    }

    private Statistics<?> noStatistics() {
        return Statistics.getBuilderForReading(column.getPrimitiveType()).build();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
