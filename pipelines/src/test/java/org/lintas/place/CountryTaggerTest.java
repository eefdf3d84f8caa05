package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.element.CountryMention;
import org.lintas.text.Language;

class CountryTaggerTest {

    private final CountryTagger tagger = new CountryTagger();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Thailand, AS dan Tiongkok sepakat               | CN TH US
                    INDONESIAN | tersangka AS (32) dan RI (31) ditahan           |
                    INDONESIAN | senilai 3 juta dolar AS                         |
                    MALAY      | warga Bangladesh di sempadan Thailand           | BD TH
                    THAI       | สหรัฐฯ และกัมพูชา                                | KH US
                    VIETNAMESE | Trung Quốc và Mỹ phản đối                       | CN US
                    VIETNAMESE | biện pháp mới, nga ngố                          |
                    TAGALOG    | mula Myanmar patungong Thailand                 | MM TH
                    LAO        | ລາວເວົ້າວ່າ                                       |
                    BURMESE    | တရုတ်နှင့် ထိုင်း                                    | CN TH
                    ENGLISH    | Malaysian police and Papua New Guinea           | MY PG
                    ENGLISH    | a turkey and fine china                         |
                    CHINESE    | 緬甸與泰國                                        | MM TH
                    TAMIL      | சிங்கப்பூர் மற்றும் இந்தோனேசியா                      | ID SG
                    """)
    void findsTheCountriesNamed(Language language, String text, String countries) {
        String found = tagger.tag(language, null, text).stream()
                .map(CountryMention::getCountry)
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(countries == null ? "" : countries);
    }
}
