package org.lintas.archive.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteOrder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Converts rows of a Parquet file to JSON objects; values beyond a size limit are dropped. */
final class RowMaterializer extends RecordMaterializer<ObjectNode> {

    /** Memory overhead of a value in addition to its bytes. */
    private static final int VALUE_OVERHEAD = 32;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private final int maxBytes;
    private final Group root;
    private long kept;
    private ObjectNode row;

    RowMaterializer(MessageType schema, int maxBytes) {
        this.maxBytes = maxBytes;
        this.root = new Group(schema, node -> row = (ObjectNode) node);
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** Resets to an empty row. */
    void reset() {
        kept = 0;
        row = NODES.objectNode();
    }

    /** Whether the last row exceeds the limit. */
    boolean isTooLarge() {
        return kept > maxBytes;
    }

    private boolean fits(long bytes) {
        kept += VALUE_OVERHEAD + bytes;
        return !isTooLarge();
    }

    private Converter converter(Type type, Consumer<JsonNode> into) {
        if (type.isPrimitive()) {
            return new Leaf(type.asPrimitiveType(), into);
        }
        GroupType group = type.asGroupType();
        if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && group.getFieldCount() == 1) {
            return new Items(group, into);
        }
        return new Group(group, into);
    }

    /** Converts a group to an object; repeated fields become lists. */
    private final class Group extends GroupConverter {
        private final List<Converter> fields;
        private final Consumer<JsonNode> into;
        private ObjectNode object = NODES.objectNode();

        Group(GroupType type, Consumer<JsonNode> into) {
            this.into = into;
            this.fields = type.getFields().stream()
                    .map(field -> converter(
                            field,
                            field.isRepetition(Type.Repetition.REPEATED)
                                    ? node -> repeated(field.getName()).add(node)
                                    : node -> object.set(field.getName(), node)))
                    .toList();
        }

        private ArrayNode repeated(String name) {
            if (object.get(name) instanceof ArrayNode array) {
                return array;
            }
            return object.putArray(name);
        }

        @Override
        public Converter getConverter(int field) {
            return fields.get(field);
        }

        @Override
        public void start() {
            object = NODES.objectNode();
        }

        @Override
        public void end() {
            if (fits(0)) {
                into.accept(object);
            }
        }
    }

    /** Converts a list: a group with a repeated group of one element; older writers repeat the element itself. */
    private final class Items extends GroupConverter {
        private final Converter repeated;
        private final Consumer<JsonNode> into;
        private ArrayNode array = NODES.arrayNode();

        Items(GroupType list, Consumer<JsonNode> into) {
            this.into = into;
            Type type = list.getType(0);
            boolean wrapped = !type.isPrimitive() && type.asGroupType().getFieldCount() == 1;
            this.repeated = wrapped
                    ? new Wrapper(converter(type.asGroupType().getType(0), node -> array.add(node)))
                    : converter(type, node -> array.add(node));
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            array = NODES.arrayNode();
        }

        @Override
        public void end() {
            if (fits(0)) {
                into.accept(array);
            }
        }
    }

    /** The repeated group around an element of a list. */
    private static final class Wrapper extends GroupConverter {
        private final Converter element;

        Wrapper(Converter element) {
            this.element = element;
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {
            // Only the element is converted.
        }

        @Override
        public void end() {
            // Only the element is converted.
        }
    }

    private final class Leaf extends PrimitiveConverter {
        private final PrimitiveTypeName type;
        private final LogicalTypeAnnotation logical;
        private final Consumer<JsonNode> into;

        Leaf(PrimitiveType type, Consumer<JsonNode> into) {
            this.type = type.getPrimitiveTypeName();
            this.logical = type.getLogicalTypeAnnotation();
            this.into = into;
        }

        @Override
        public void addBinary(Binary value) {
            if (fits(value.length())) {
                into.accept(NODES.textNode(type == PrimitiveTypeName.INT96 ? int96(value) : value.toStringUsingUTF8()));
            }
        }

        /** Nanoseconds of the day and Julian day number: timestamps of Impala and old Spark. */
        private String int96(Binary value) {
            var bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            long nanoseconds = bytes.getLong(bytes.position());
            long day = Integer.toUnsignedLong(bytes.getInt(bytes.position() + Long.BYTES)) - JULIAN_DAY_OF_1970;
            return LogicalTime.instant(day * 86_400_000 + nanoseconds / 1_000_000, ChronoUnit.MILLIS);
        }

        @Override
        public void addInt(int value) {
            addLong(value);
        }

        @Override
        public void addLong(long value) {
            if (!fits(Long.BYTES)) {
                return;
            }
            if (logical instanceof DateLogicalTypeAnnotation) {
                into.accept(NODES.textNode(LogicalTime.date(value)));
            } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
                ChronoUnit unit = switch (timestamp.getUnit()) {
                    case MILLIS -> ChronoUnit.MILLIS;
                    case MICROS -> ChronoUnit.MICROS;
                    case NANOS -> ChronoUnit.NANOS;
                };
                into.accept(NODES.textNode(LogicalTime.instant(value, unit)));
            } else {
                into.accept(NODES.numberNode(value));
            }
        }

        @Override
        public void addDouble(double value) {
            if (fits(Double.BYTES)) {
                into.accept(NODES.numberNode(value));
            }
        }

        @Override
        public void addFloat(float value) {
            addDouble(value);
        }

        @Override
        public void addBoolean(boolean value) {
            if (fits(1)) {
                into.accept(NODES.booleanNode(value));
            }
        }
    }
}
