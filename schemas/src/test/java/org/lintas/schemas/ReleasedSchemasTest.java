package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refuses changes that would break those who read released datasets. */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    private static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(f -> f.toString().endsWith(".avsc")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void newReadersReadReleasedRows(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(file.toFile());
        Schema current = current(released.getName());

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                        .getType())
                .as("%s reads rows of %s", current.getName(), file)
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("released")
    void releasedColumnsKeepNameTypeAndSince(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(file.toFile());
        Schema current = current(released.getName());

        for (Schema.Field field : released.getFields()) {
            assertThat(current.getField(field.name())).as(field.name()).isNotNull();
            assertThat(current.getField(field.name()).schema().getType())
                    .as(field.name())
                    .isEqualTo(field.schema().getType());
            assertThat(current.getField(field.name()).getObjectProp("since"))
                    .as(field.name())
                    .isEqualTo(field.getObjectProp("since"));
        }
    }

    @Test
    void anIncompatibleChangeIsSeen() throws IOException {
        Path file = RELEASED.resolve("0.1/article.avsc");
        Schema retyped = new Schema.Parser()
                .parse(Files.readString(file).replace("\"name\": \"title\"", "\"name\": \"headline_without_default\""));

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(
                                new Schema.Parser()
                                        .parse(Files.readString(file)
                                                .replaceFirst("\"type\": \"long\"", "\"type\": \"string\"")),
                                new Schema.Parser().parse(file.toFile()))
                        .getType())
                .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
        assertThat(retyped.getField("title")).isNull();
    }

    @Test
    void everyDatasetHasBeenReleased() throws IOException {
        var names = released()
                .map(file -> file.getFileName().toString().replace(".avsc", ""))
                .toList();
        assertThat(names).contains("article", "article_topic", "article_country", "duplicate", "reject");
    }

    private static Schema current(String name) {
        return Stream.of(Dataset.values())
                .map(Dataset::schema)
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("dataset " + name + " was released and is gone"));
    }
}
