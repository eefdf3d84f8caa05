package org.lintas.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageTypeParser;

/** Archives of pages and records with times as tests give them. */
final class DatedFiles {

    private DatedFiles() {}

    static byte[] avro(String type, List<Long> values) throws IOException {
        Schema time = type.equals("date")
                ? new LogicalType("date").addToSchema(Schema.create(Schema.Type.INT))
                : new LogicalType("timestamp-" + type).addToSchema(Schema.create(Schema.Type.LONG));
        Schema schema = Schema.createRecord("A", null, null, false);
        schema.setFields(List.of(
                new Schema.Field("text", Schema.create(Schema.Type.STRING)), new Schema.Field("published", time)));
        var out = new ByteArrayOutputStream();
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema, new GenericData()))) {
            writer.create(schema, out);
            for (long value : values) {
                var row = new GenericData.Record(schema);
                row.put("text", text(type + value));
                row.put("published", type.equals("date") ? (Object) (int) value : (Object) value);
                writer.append(row);
            }
        }
        return out.toByteArray();
    }

    static void writeParquet(Path file, String type, List<Long> values) throws IOException {
        String column = switch (type) {
            case "date" -> "int32 published (DATE)";
            case "int96" -> "int96 published";
            default -> "int64 published (TIMESTAMP(" + type.toUpperCase(Locale.ROOT) + ",true))";
        };
        var schema = MessageTypeParser.parseMessageType(
                "message a { required binary id (STRING); required binary text (STRING); required " + column + "; }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            for (int i = 0; i < values.size(); i++) {
                long value = values.get(i);
                var row = new SimpleGroup(schema);
                row.add("id", type + i);
                row.add("text", text(type + i));
                switch (type) {
                    case "date" -> row.add("published", (int) value);
                    case "int96" -> row.add("published", int96(value));
                    default -> row.add("published", value);
                }
                writer.write(row);
            }
        }
    }

    /** Midnight of a day. */
    private static Binary int96(long day) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0).putInt(8, (int) (day + 2_440_588));
        return Binary.fromConstantByteArray(bytes.array());
    }

    static String warc(String id, String date, String meta) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head>" + meta
                + "</head><body><article><p>" + text(id) + "</p></article></body></html>";
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\n"
                + (date.isEmpty() ? "" : "WARC-Date: " + date + "\r\n")
                + "WARC-Target-URI: https://berita.example/" + id
                + "\r\nContent-Type: application/http\r\nContent-Length: " + http.length() + "\r\n\r\n" + http
                + "\r\n\r\n";
    }

    static String arc(String id, Instant moment) {
        String http = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><article><p>" + text(id)
                + "</p></article></body></html>";
        String date = fourDigits(moment)
                ? DateTimeFormatter.ofPattern("uuuuMMddHHmmss").format(moment.atOffset(ZoneOffset.UTC))
                : Long.toString(Math.abs(moment.getEpochSecond()) + 100_000_000_000_000L);
        return "http://berita.example/" + id + " 10.0.0.1 " + date + " text/html " + http.length() + "\n" + http + "\n";
    }

    static String mhtml(String id, Instant moment) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
        return "MIME-Version: 1.0\r\nDate: " + date
                + "\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                + "<html><body><article><p>" + text(id) + "</p></article></body></html>\r\n--b--\r\n";
    }

    /** A text of its own, or all would be copies of each other. */
    static String text(String id) {
        return Stream.of("Polisi", "menyita", "barang", "bukti", "dari", "gudang", "kosong", "di", "pelabuhan")
                .map(word -> word + " nomor " + Integer.toUnsignedString((id + word).hashCode()))
                .collect(Collectors.joining(" dan ", "Kabar dari desa tentang ", "."));
    }

    static boolean fourDigits(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= 9999;
    }
}
