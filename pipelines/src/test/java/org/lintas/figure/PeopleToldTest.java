package org.lintas.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.text.Language;

/** What sentences tell of people whose part does not stand right beside their number. */
class PeopleToldTest {

    private static String found(Language language, String text) {
        return new FigureFinder()
                .find(language, text).stream()
                        .map(figure -> figure.getSubject() + " " + Math.round(figure.getValue()))
                        .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Five men, four of them Vietnamese, were held.             | arrested 5
                    ENGLISH    | Seven people – four local men and three women – were detained. | arrested 7
                    ENGLISH    | Five men, two of whom were killed, were held.             | arrested 5; killed 2
                    INDONESIAN | Tiga orang, termasuk dua wanita, ditahan.                 | arrested 3
                    INDONESIAN | Seorang pria (34) ditangkap.                              | arrested 1
                    ENGLISH    | There were 20 guests, the owner fled.                     | ''
                    """)
    void whatIsToldBetweenIsPassed(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Nine foreigners found in a rented house near the port were picked up. | arrested 9
                    CHINESE    | 三名男子被警方拘捕。                                        | arrested 3
                    VIETNAMESE | Ba đối tượng bị cảnh sát Malaysia bắt giữ.                 | arrested 3
                    ENGLISH    | Three officers arrested the man.                          | ''
                    ENGLISH    | Three men arrested the same day were fined.               | arrested 3
                    ENGLISH    | Three men arrested over drug haul                         | arrested 3
                    ENGLISH    | A man, 34, killed his wife.                               | ''
                    ENGLISH    | Three officers, including a sergeant, arrested the man.   | ''
                    ENGLISH    | Nine workers of a contractor were picked up.              | arrested 9
                    """)
    void verbsFarBehindCountUnlessOthersAreBetween(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Two Thais and three Lao workers were arrested.            | arrested 5
                    ENGLISH    | A businessman and an army officer were arrested.          | arrested 2
                    ENGLISH    | arrested 5 suspects and 3 victims                         | arrested 5; victim 3
                    ENGLISH    | Police arrested two men and a woman was killed.           | arrested 2; killed 1
                    TAGALOG    | Inaresto ang anim na Chinese at dalawang Pinoy.           | arrested 8
                    """)
    void groupsOfOneVerbAreOneFigure(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Police arrested a 33-year-old Thai driver.                | arrested 1
                    ENGLISH    | A 29-year-old lorry driver was arrested at Tuas.          | arrested 1
                    ENGLISH    | a group of workers were arrested                          | ''
                    ENGLISH    | A Malaysian was arrested.                                 | arrested 1
                    ENGLISH    | On June 12 Malaysian police arrested two men.             | arrested 2
                    ENGLISH    | Police arrested a man after a driver was killed.          | arrested 1; killed 1
                    ENGLISH    | Ten injured in a minor accident                           | injured 10
                    ENGLISH    | Three men arrested in a major operation                   | arrested 3
                    ENGLISH    | A man killed his wife.                                    | ''
                    TAGALOG    | Inaresto ang isang 29-anyos na babae.                     | arrested 1
                    TAGALOG    | Napatay siya ng isang pulis.                              | ''
                    TAGALOG    | Ang pagkamatay ng isang bata.                             | killed 1
                    MALAY      | Seorang pemandu ditahan.                                  | arrested 1
                    """)
    void onePersonIsToldByAnArticle(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Lima lelaki berusia 28 hingga 55 tahun ditangkap polisi.  | arrested 5
                    ENGLISH    | two men aged 29 and 47 were arrested                      | arrested 2
                    THAI       | เบี้ยอายุยืน 1,200 บาท                                      | null 1200
                    """)
    void agesAreNoCounts(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Seven nabbed in raid                                      | arrested 7
                    VIETNAMESE | gần 2 năm bị tạm giam                                     | ''
                    ENGLISH    | 26 Vietnamese fishing boats were detained                 | ''
                    ENGLISH    | six Pakistani civilians were killed                       | killed 6
                    ENGLISH    | faces 37 criminal charges                                 | ''
                    ENGLISH    | Two Chinese caught smuggling drugs                        | arrested 2
                    ENGLISH    | In 2019 Chinese police arrested him.                      | ''
                    ENGLISH    | 2,000 Chinese were arrested.                              | arrested 2000
                    CHINESE    | 2名黑衣男子被捕                                            | arrested 2
                    """)
    void wordsThatMayBeSomethingElseAreReadByWhatFollows(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }
}
