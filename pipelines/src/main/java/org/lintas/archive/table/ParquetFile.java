package org.lintas.archive.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.lintas.archive.bytes.Budget;
import org.lintas.storage.ByteSource;

/**
 * A Parquet file with validation of untrusted input: footers, headers and lengths are checked before memory is
 * allocated. Only the current page of each column is held in memory.
 */
public final class ParquetFile {

    /** Magic at the start and end of a file. */
    public static final String MAGIC = "PAR1";

    /** Maximum size of a footer; with thousands of row groups and columns footers have a few megabytes. */
    private static final int MAX_FOOTER = 16 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int TAIL = 8;
    /** Maximum number of rows per byte of the file; more rows than that indicate a decompression bomb. */
    private static final long MAX_ROWS_PER_BYTE = 2;

    private final ByteSource source;
    private final Budget budget;
    private final ParquetMetadata metadata;
    private long remainingRows;

    private ParquetFile(ByteSource source, Budget budget, ParquetMetadata metadata, long length) {
        this.source = source;
        this.budget = budget;
        this.metadata = metadata;
        this.remainingRows = MAX_ROWS_PER_BYTE * length;
    }

    /**
     * Reads the footer of a file.
     *
     * @param budget that pages are counted against
     * @throws IOException if it is missing, damaged or larger than 16 MiB
     */
    public static ParquetFile open(ByteSource source, Budget budget) throws IOException {
        long length = source.length();
        if (length < 2 * MAGIC.length() + 4) {
            throw new IOException("too short for a footer");
        }
        ByteBuffer tail = ByteBuffer.wrap(bytes(source, length - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int footer = tail.getInt();
        byte[] magic = new byte[MAGIC.length()];
        tail.get(magic);
        if (!MAGIC.equals(new String(magic, StandardCharsets.ISO_8859_1))) {
            throw new IOException("no footer at the end");
        }
        if (footer < 0 || footer > Math.min(MAX_FOOTER, length - TAIL - MAGIC.length())) {
            throw new IOException("a footer of " + Integer.toUnsignedLong(footer) + " bytes");
        }
        byte[] thrift =
                CompactThrift.take(new ByteArrayInputStream(bytes(source, length - TAIL - footer, footer)), MAX_FOOTER);
        try {
            FileMetaData data = Util.readFileMetaData(new ByteArrayInputStream(thrift));
            checkDepth(data.getSchema());
            return new ParquetFile(source, budget, new ParquetMetadataConverter().fromParquetMetadata(data), length);
        } catch (RuntimeException | StackOverflowError e) {
            // The library throws various exceptions for invalid input.
            throw new IOException("a damaged footer: " + e, e);
        }
    }

    /** Limits the nesting of the schema, since the library builds it recursively. */
    private static void checkDepth(List<SchemaElement> schema) throws IOException {
        Deque<Integer> open = new ArrayDeque<>();
        for (SchemaElement element : schema) {
            while (!open.isEmpty() && open.peek() == 0) {
                open.pop();
            }
            if (!open.isEmpty()) {
                open.push(open.pop() - 1);
            }
            open.push(Math.max(0, element.getNum_children()));
            if (open.size() > MAX_DEPTH) {
                throw new IOException("columns more than " + MAX_DEPTH + " deep");
            }
        }
    }

    private static byte[] bytes(ByteSource source, long offset, int count) throws IOException {
        try (InputStream in = source.openAt(offset)) {
            byte[] read = in.readNBytes(count);
            if (read.length < count) {
                throw new IOException("the file ends before its length");
            }
            return read;
        }
    }

    /** Names of the top-level columns. */
    public Set<String> columns() {
        return Set.copyOf(schema().getFields().stream().map(Type::getName).toList());
    }

    private MessageType schema() {
        return metadata.getFileMetaData().getSchema();
    }

    /** The number of row groups. */
    public int groups() {
        return metadata.getBlocks().size();
    }

    /** Offset of a row group. */
    public long offset(int group) {
        return metadata.getBlocks().get(group).getStartingPos();
    }

    /** The declared number of rows of a row group. */
    public long rows(int group) {
        return metadata.getBlocks().get(group).getRowCount();
    }

    /** An unsupported codec among the wanted columns of a row group; null if all are supported. */
    public String unreadableCodec(int group, Set<String> wanted) {
        return metadata.getBlocks().get(group).getColumns().stream()
                .filter(chunk -> wanted.contains(chunk.getPath().toArray()[0]))
                .map(ColumnChunkMetaData::getCodec)
                .filter(codec -> !PageCodec.isReadable(codec))
                .map(CompressionCodecName::name)
                .findFirst()
                .orElse(null);
    }

    /**
     * Opens the rows of a row group.
     *
     * @param wanted top-level columns to read
     * @param maxRowBytes maximum number of bytes of a row that are kept
     * @throws IOException if the row group is invalid
     */
    public Rows open(int group, Set<String> wanted, int maxRowBytes) throws IOException {
        List<Type> types = schema().getFields().stream()
                .filter(type -> wanted.contains(type.getName()))
                .toList();
        var projection = new MessageType(schema().getName(), types);
        BlockMetaData block = metadata.getBlocks().get(group);
        if (block.getRowCount() < 0 || block.getRowCount() > remainingRows) {
            throw new IOException(block.getRowCount() + " rows are more than the file can hold");
        }
        remainingRows -= block.getRowCount();
        return new Rows(new Pages(block), projection, maxRowBytes);
    }

    /** Reads the rows of a row group sequentially. */
    public static final class Rows implements Closeable {
        private final Pages pages;
        private final RowMaterializer nodes;
        private final RecordReader<ObjectNode> reader;

        private Rows(Pages pages, MessageType projection, int maxRowBytes) throws IOException {
            this.pages = pages;
            this.nodes = new RowMaterializer(projection, maxRowBytes);
            try {
                this.reader = new ColumnIOFactory().getColumnIO(projection).getRecordReader(pages, nodes);
            } catch (RuntimeException | StackOverflowError e) {
                pages.close();
                throw new IOException("a damaged row group: " + e, e);
            }
        }

        /**
         * Reads the next row. Must not be called more often than the declared number of rows.
         *
         * @throws IOException if it is damaged
         */
        public ObjectNode next() throws IOException {
            nodes.reset();
            try {
                return reader.read();
            } catch (RuntimeException | StackOverflowError e) {
                throw new IOException("a damaged page: " + e, e);
            }
        }

        /** Whether the last row exceeds the limit and is incomplete. */
        public boolean isTooLarge() {
            return nodes.isTooLarge();
        }

        @Override
        public void close() throws IOException {
            pages.close();
        }
    }

    /** The columns of a row group. */
    private final class Pages implements PageReadStore, Closeable {
        private final BlockMetaData block;
        private final List<ColumnPageReader> open = new ArrayList<>();

        Pages(BlockMetaData block) {
            this.block = block;
        }

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                if (List.of(chunk.getPath().toArray()).equals(List.of(column.getPath()))) {
                    try {
                        InputStream in = source.openAt(Math.max(0, chunk.getStartingPos()));
                        var pages = new ColumnPageReader(in, column, chunk, block.getRowCount(), budget);
                        open.add(pages);
                        return pages;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            throw new IllegalArgumentException("a row group without column " + String.join(".", column.getPath()));
        }

        @Override
        public long getRowCount() {
            return block.getRowCount();
        }

        @Override
        public void close() {
            for (ColumnPageReader pages : open) {
                try {
                    pages.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
