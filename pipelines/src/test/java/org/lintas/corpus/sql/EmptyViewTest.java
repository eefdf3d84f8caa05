package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.cli.SampleCorpus;
import org.lintas.schemas.Dataset;

class EmptyViewTest {

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void hasTheColumnsOfRows(Dataset dataset) throws SQLException {
        String columns =
                "SELECT column_name, column_type FROM (DESCRIBE " + dataset.folder() + ") ORDER BY column_name";
        try (var database = CorpusDatabase.open(SampleCorpus.folder())) {
            List<List<Object>> ofRows = database.table(columns);
            database.execute(EmptyView.sql(dataset));
            assertThat(database.table(columns)).isEqualTo(ofRows);
        }
    }

    @Test
    void aCorpusWithoutAFileAnswersEveryRecipe(@TempDir Path folder) throws Exception {
        for (Recipe recipe : Recipes.all()) {
            try (var database = CorpusDatabase.openUnmarked(folder)) {
                assertThat(database.table(recipe.sql())).as(recipe.name()).isNotEmpty();
            }
        }
    }
}
