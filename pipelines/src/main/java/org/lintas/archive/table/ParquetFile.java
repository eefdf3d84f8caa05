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
 * A Parquet file, of which nothing is believed: footers, headers and lengths are tested before memory is given for them. Only
 * the pages being read are held.
 */
public final class ParquetFile {

    /** Bytes that start and end a file. */
    public static final String MAGIC = "PAR1";

    /** Largest footer that is read; those of thousands of row groups and columns have a few megabytes. */
    private static final int MAX_FOOTER = 16 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int TAIL = 8;
    /** So many rows may come of a byte of the file: articles take more, and what takes less is made to fill disks. */
    private static final long MAX_ROWS_PER_BYTE = 2;

    private final ByteSource source;
    private final Budget budget;
    private final ParquetMetadata metadata;
    private long believedRows;

    private ParquetFile(ByteSource source, Budget budget, ParquetMetadata metadata, long length) {
        this.source = source;
        this.budget = budget;
        this.metadata = metadata;
        this.believedRows = MAX_ROWS_PER_BYTE * length;
    }

    /**
     * Reads the footer of a file.
     *
     * @param budget that pages take their bytes from
     * @throws IOException if there is none, it is damaged, or larger than 16 MiB
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
            // The library says by all kinds of exceptions that it did not expect what it has read.
            throw new IOException("a damaged footer: " + e, e);
        }
    }

    /** The library builds schemas by recursion. */
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

    /** Names of the outermost columns. */
    public Set<String> columns() {
        return Set.copyOf(schema().getFields().stream().map(Type::getName).toList());
    }

    private MessageType schema() {
        return metadata.getFileMetaData().getSchema();
    }

    /** How many row groups the file has. */
    public int groups() {
        return metadata.getBlocks().size();
    }

    /** Where a row group starts. */
    public long offset(int group) {
        return metadata.getBlocks().get(group).getStartingPos();
    }

    /** How many rows a row group says to have. */
    public long rows(int group) {
        return metadata.getBlocks().get(group).getRowCount();
    }

    /** A codec among those of the wanted columns of a row group that cannot be read; null if all can. */
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
     * @param wanted outermost columns to read
     * @param maxRowBytes so much is kept of a row
     * @throws IOException if the row group cannot be as the footer says
     */
    public Rows open(int group, Set<String> wanted, int maxRowBytes) throws IOException {
        List<Type> types = schema().getFields().stream()
                .filter(type -> wanted.contains(type.getName()))
                .toList();
        var projection = new MessageType(schema().getName(), types);
        BlockMetaData block = metadata.getBlocks().get(group);
        if (block.getRowCount() < 0 || block.getRowCount() > believedRows) {
            throw new IOException(block.getRowCount() + " rows are more than the file can hold");
        }
        believedRows -= block.getRowCount();
        return new Rows(new Pages(block), projection, maxRowBytes);
    }

    /** The rows of a row group, read forward. */
    public static final class Rows implements Closeable {
        private final Pages pages;
        private final RowNodes nodes;
        private final RecordReader<ObjectNode> reader;

        private Rows(Pages pages, MessageType projection, int maxRowBytes) throws IOException {
            this.pages = pages;
            this.nodes = new RowNodes(projection, maxRowBytes);
            try {
                this.reader = new ColumnIOFactory().getColumnIO(projection).getRecordReader(pages, nodes);
            } catch (RuntimeException | StackOverflowError e) {
                pages.close();
                throw new IOException("a damaged row group: " + e, e);
            }
        }

        /**
         * The next row. It must be one that the row group says to have.
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

        /** Whether the last row is above the limit, and so not whole. */
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
        private final List<ColumnPages> open = new ArrayList<>();

        Pages(BlockMetaData block) {
            this.block = block;
        }

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                if (List.of(chunk.getPath().toArray()).equals(List.of(column.getPath()))) {
                    try {
                        InputStream in = source.openAt(Math.max(0, chunk.getStartingPos()));
                        var pages = new ColumnPages(in, column, chunk, block.getRowCount(), budget);
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
            for (ColumnPages pages : open) {
                try {
                    pages.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
