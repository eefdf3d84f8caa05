package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Schema released = parse(Files.readString(file));

        assertRowsAreRead(released, current(released.getName()));
    }

    @ParameterizedTest
    @MethodSource("released")
    void releasedColumnsKeepNameTypeAndSince(Path file) throws IOException {
        Schema released = parse(Files.readString(file));

        assertColumnsAreKept(released, current(released.getName()));
    }

    @ParameterizedTest
    @CsvSource({
        "a column without a default renamed, '\"name\": \"article_id\"', '\"name\": \"id\"'",
        "number to text, '\"type\": \"long\"', '\"type\": \"string\"'",
    })
    void anIncompatibleChangeIsSeen(String what, String was, String is) {
        Schema current = current("Article");
        Schema changed = changed(current, was, is);

        assertThatCode(() -> assertRowsAreRead(current, current)).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertRowsAreRead(current, changed)).as(what).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertColumnsAreKept(current, changed))
                .as(what)
                .isInstanceOf(AssertionError.class);
    }

    /** Rows can still be read after these; who looks for the column finds another one, or none. */
    @ParameterizedTest
    @ValueSource(strings = {"text_length", "section"})
    void aColumnWithADefaultThatIsRenamedOrRedatedIsSeen(String column) {
        Schema current = current("Article");
        Schema renamed = changed(current, "\"name\": \"" + column + "\"", "\"name\": \"" + column + "_2\"");
        Schema redated = changed(current, "\"since\": \"0.1\"", "\"since\": \"0.2\"");

        assertThatCode(() -> assertColumnsAreKept(current, current)).doesNotThrowAnyException();
        assertRowsAreRead(current, renamed);
        assertThatThrownBy(() -> assertColumnsAreKept(current, renamed)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertColumnsAreKept(current, redated)).isInstanceOf(AssertionError.class);
    }

    /** A dataset that is only in the next version has no column of a released one. */
    @ParameterizedTest
    @EnumSource
    void everyDatasetOfAReleaseIsHeldAgainstIt(Dataset dataset) {
        for (Schema.Field field : dataset.schema().getFields()) {
            Path release = RELEASED.resolve(String.valueOf(field.getObjectProp("since")));

            assertThat(!Files.exists(release)
                            || released(release).contains(dataset.schema().getName()))
                    .as("%s.%s is said to be in %s", dataset, field.name(), release)
                    .isTrue();
        }
    }

    /** Table formats know columns by these. */
    @ParameterizedTest
    @EnumSource
    void everyColumnHasAnIdOfItsOwn(Dataset dataset) {
        List<Object> ids = new ArrayList<>();
        addIds(dataset.schema(), ids);

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).isInstanceOf(Integer.class));
    }

    @Test
    void nothingReleasedLiesElsewhere() throws IOException {
        assertThat(released().map(file -> RELEASED.relativize(file).getNameCount()))
                .hasSizeGreaterThanOrEqualTo(Dataset.values().length)
                .containsOnly(2);
    }

    private static void assertRowsAreRead(Schema released, Schema current) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                        .getType())
                .as("%s reads released rows", current.getName())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static void assertColumnsAreKept(Schema released, Schema current) {
        assertThat(released.getFields()).isNotEmpty();
        for (Schema.Field field : released.getFields()) {
            assertThat(current.getField(field.name())).as(field.name()).isNotNull();
            assertThat(current.getField(field.name()).schema().getType())
                    .as(field.name())
                    .isEqualTo(field.schema().getType());
            for (String property : List.of("since", "field-id")) {
                assertThat(current.getField(field.name()).getObjectProp(property))
                        .as("%s of %s", property, field.name())
                        .isEqualTo(field.getObjectProp(property));
            }
        }
    }

    /** Adds the ids of the columns of a schema, at any depth. */
    private static void addIds(Schema schema, List<Object> ids) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(field -> {
                    ids.add(field.getObjectProp("field-id"));
                    addIds(field.schema(), ids);
                });
            case ARRAY -> {
                ids.add(schema.getObjectProp("element-id"));
                addIds(schema.getElementType(), ids);
            }
            case UNION -> schema.getTypes().forEach(type -> addIds(type, ids));
            default -> {}
        }
    }

    /** The schema with its text changed, which must contain what is to be changed. */
    private static Schema changed(Schema schema, String was, String is) {
        String text = schema.toString(true).replace(" : ", ": ");
        assertThat(text).contains(was);
        return parse(text.replace(was, is));
    }

    private static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }

    private static List<String> released(Path release) {
        try (Stream<Path> files = Files.list(release)) {
            List<String> names = new ArrayList<>();
            for (Path file : files.toList()) {
                names.add(parse(Files.readString(file)).getName());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema current(String name) {
        return Stream.of(Dataset.values())
                .map(Dataset::schema)
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("dataset " + name + " was released and is gone"));
    }
}
