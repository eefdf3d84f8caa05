package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataDictionaryTest {

    /** Run the tests with {@code -Dlintas.golden=write} to take a changed dictionary over. */
    @Test
    void readmeIsTheDictionary() throws IOException {
        Path readme = Path.of("README.md");
        if ("write".equals(System.getProperty("lintas.golden"))) {
            Files.writeString(readme, DataDictionary.markdown());
        }
        assertThat(readme).hasContent(DataDictionary.markdown());
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnIsExplained(Dataset dataset) {
        assertThat(dataset.schema().getDoc()).isNotBlank();
        for (Schema.Field field : dataset.schema().getFields()) {
            assertThat(field.doc()).as(field.name()).isNotBlank();
            assertThat(field.getObjectProp("example")).as(field.name()).isNotNull();
            assertThat(field.getObjectProp("since")).as(field.name()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void partitionSortAndBloomAreColumns(Dataset dataset) {
        var columns =
                dataset.schema().getFields().stream().map(Schema.Field::name).toList();
        assertThat(columns).containsAll(dataset.sort()).containsAll(dataset.bloom());
        dataset.partition().ifPresent(column -> assertThat(columns).contains(column));
    }
}
