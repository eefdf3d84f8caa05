package org.lintas.archive.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Decodes records in Avro's binary encoding (Avro 1.11 specification, "Binary Encoding"). Memory is limited: of each
 * record only the wanted fields are kept, up to a number of bytes.
 */
public final class AvroRecordDecoder {

    /** Memory overhead of a value in addition to its bytes. */
    private static final int VALUE_OVERHEAD = 32;

    private static final int MAX_DEPTH = 64;
    /** Maximum number of values without bytes in a record, since nested lists and records multiply them. */
    private static final int MAX_EMPTY_VALUES = 1 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final InputStream in;
    private final Schema schema;
    private final Set<String> wanted;
    private final int maxBytes;
    private long read;
    private long kept;
    private int empty;

    /**
     * Creates a decoder for a stream.
     *
     * @param wanted names of the top-level fields to keep
     * @param maxBytes maximum number of bytes of a record that are kept
     */
    public AvroRecordDecoder(InputStream in, Schema schema, Set<String> wanted, int maxBytes) {
        this.in = in;
        this.schema = schema;
        this.wanted = wanted;
        this.maxBytes = maxBytes;
    }

    /**
     * The wanted fields of the next record; an empty object if it exceeds the limit, see {@link #isTooLarge}.
     *
     * @throws IOException if the bytes are not a valid record
     */
    public ObjectNode next() throws IOException {
        kept = 0;
        empty = 0;
        long before = read;
        ObjectNode row = NODES.objectNode();
        for (Schema.Field field : schema.getFields()) {
            boolean keep = wanted.contains(field.name());
            JsonNode value = value(field.schema(), keep, 1);
            if (keep && !isTooLarge()) {
                row.set(field.name(), value);
            }
        }
        if (read == before) {
            throw new IOException("a record without bytes");
        }
        return isTooLarge() ? row.removeAll() : row;
    }

    /** Whether the last record exceeds the limit. */
    public boolean isTooLarge() {
        return kept > maxBytes;
    }

    /** Whether all bytes have been read. */
    public boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    private JsonNode value(Schema type, boolean keep, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("records more than " + MAX_DEPTH + " deep");
        }
        kept += keep ? VALUE_OVERHEAD : 0;
        return switch (type.getType()) {
            case NULL -> {
                countEmpty();
                yield NODES.nullNode();
            }
            case BOOLEAN -> NODES.booleanNode(readByte() != 0);
            case INT, LONG -> number(type, readLong());
            case FLOAT -> NODES.numberNode(Float.intBitsToFloat((int) readFixed(4)));
            case DOUBLE -> NODES.numberNode(Double.longBitsToDouble(readFixed(8)));
            case STRING, BYTES -> text(readLong(), keep);
            case FIXED -> {
                if (type.getFixedSize() == 0) {
                    countEmpty();
                }
                yield text(type.getFixedSize(), keep);
            }
            case ENUM ->
                NODES.textNode(
                        type.getEnumSymbols().get(index(type.getEnumSymbols().size())));
            case UNION -> value(type.getTypes().get(index(type.getTypes().size())), keep, depth + 1);
            case RECORD -> {
                ObjectNode object = NODES.objectNode();
                if (type.getFields().isEmpty()) {
                    countEmpty();
                }
                for (Schema.Field field : type.getFields()) {
                    put(object, field.name(), value(field.schema(), keep, depth + 1), keep);
                }
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                readItems(() -> {
                    JsonNode item = value(type.getElementType(), keep, depth + 1);
                    if (keep && !isTooLarge()) {
                        array.add(item);
                    }
                });
                yield array;
            }
            case MAP -> {
                ObjectNode object = NODES.objectNode();
                readItems(() -> {
                    String key = text(readLong(), keep).asText();
                    put(object, key, value(type.getValueType(), keep, depth + 1), keep);
                });
                yield object;
            }
        };
    }

    private void put(ObjectNode object, String name, JsonNode value, boolean keep) {
        if (keep && !isTooLarge()) {
            object.set(name, value);
        }
    }

    private void countEmpty() throws IOException {
        if (++empty > MAX_EMPTY_VALUES) {
            throw new IOException("more than " + MAX_EMPTY_VALUES + " values without bytes");
        }
    }

    private interface Item {
        void read() throws IOException;
    }

    private void readItems(Item item) throws IOException {
        for (long count = readLong(); count != 0; count = readLong()) {
            if (count < 0) {
                // The size of the items in bytes follows; it is only needed to skip them.
                count = Math.negateExact(count);
                readLong();
            }
            for (long i = 0; i < count; i++) {
                item.read();
            }
        }
    }

    private static JsonNode number(Schema type, long value) {
        String logical = String.valueOf(type.getProp("logicalType"));
        return switch (logical) {
            case "date" -> NODES.textNode(LogicalTime.date(value));
            case "timestamp-millis", "local-timestamp-millis" ->
                NODES.textNode(LogicalTime.instant(value, ChronoUnit.MILLIS));
            case "timestamp-micros", "local-timestamp-micros" ->
                NODES.textNode(LogicalTime.instant(value, ChronoUnit.MICROS));
            case "timestamp-nanos", "local-timestamp-nanos" ->
                NODES.textNode(LogicalTime.instant(value, ChronoUnit.NANOS));
            default -> NODES.numberNode(value);
        };
    }

    private JsonNode text(long length, boolean keep) throws IOException {
        if (length < 0) {
            throw new IOException("a text of " + length + " bytes");
        }
        kept += keep ? length : 0;
        if (!keep || kept < 0 || isTooLarge()) {
            kept = kept < 0 ? Long.MAX_VALUE / 2 : kept;
            skip(length);
            return NODES.nullNode();
        }
        byte[] bytes = in.readNBytes((int) length);
        read += bytes.length;
        if (bytes.length < length) {
            throw new EOFException("inside a text");
        }
        return NODES.textNode(new String(bytes, StandardCharsets.UTF_8));
    }

    private void skip(long length) throws IOException {
        in.skipNBytes(length);
        read += length;
    }

    private int index(int size) throws IOException {
        long index = readLong();
        if (index < 0 || index >= size) {
            throw new IOException("choice " + index + " of " + size);
        }
        return (int) index;
    }

    private long readFixed(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) readByte() << (8 * i);
        }
        return value;
    }

    private long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = readByte();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    private int readByte() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("inside a record");
        }
        read++;
        return b;
    }
}
