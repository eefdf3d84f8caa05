package org.lintas.corpus.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.cli.SampleCorpus;
import org.lintas.corpus.sql.CorpusDatabase;

class CorpusReadmeTest {

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @Test
    void isWrittenIntoTheCorpus() {
        assertThat(SampleCorpus.folder().resolve("README.md"))
                .content()
                .startsWith(CorpusReadme.markdown())
                .contains("## Dataset card");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryHasAnAnswer(String query) throws SQLException {
        Path corpus = SampleCorpus.folder();
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            assertThat(database.table(query.replace("read_parquet('", "read_parquet('" + corpus + "/")))
                    .hasSizeGreaterThan(1);
        }
    }

    static List<String> queries() {
        List<String> queries = QUERY.matcher(CorpusReadme.markdown())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(9);
        return queries;
    }
}
