package org.lintas.figure.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;
import org.lintas.text.TermMatcher;
import org.lintas.text.WordTable;

class WordsTest {

    /** Of two rows that match the same places one is never used. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noWordStandsTwiceInATable(Language language) {
        assertThat(WordTable.read(Vocabulary.class, "words/" + language.code() + ".tsv", 3))
                .extracting(row -> TermMatcher.form(row.get(2)))
                .doesNotHaveDuplicates();
    }
}
