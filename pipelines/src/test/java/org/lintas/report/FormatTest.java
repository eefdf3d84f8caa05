package org.lintas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.report.data.Incidents;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methamphetamine | kg | 42.5 | 42.5 kg of methamphetamine",
                "yaba | piece | 2400000 | 2.4 million pieces of yaba",
                "rhino_horn | piece | 1 | 1 piece of rhino horn",
                "lsd | piece | 3 | 3 pieces of LSD",
                "timber | m3 | 12 | 12 m³ of timber",
                "firearm | piece | 1 | 1 firearm",
                "firearm | piece | 12500 | 12,500 firearms",
                "victim | person | 230 | 230 victims",
                "suspect | person | 1 | 1 suspect",
                "rescued | person | 41 | 41 rescued",
                "money | VND | 5000000000 | 5 billion Vietnamese dong",
                "money | CHF | 1500 | 1,500 Swiss Franc",
                "money | '' | 20 | 20 of money, currency unsaid",
                "money | XYZ | 1.25 | 1.25 XYZ"
            })
    void figuresAreInWords(String subject, String unit, double value, String words) {
        assertThat(Format.figure(new Incidents.Figure(subject, unit, value))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "999.94, 999.9", "1000, '1,000'", "1e6, 1 million", "3.2e12, 3.2 trillion"})
    void amountsAreShort(double value, String shown) {
        assertThat(Format.amount(value)).isEqualTo(shown);
    }

    @Test
    void daysAndLanguagesAreInWords() {
        assertThat(Format.day("2025-10-14")).isEqualTo("14 Oct 2025");
        assertThat(Format.languages(List.of("tl", "my"))).isEqualTo("Filipino, Burmese");
    }

    @Test
    void onlyAddressesOfTheWebAreLinked() {
        assertThat(Format.headline(Optional.of("a<b"), "en", Optional.of("https://a.example/"))
                        .toString())
                .startsWith("<a href=\"https://a.example/\"")
                .contains("<bdi>a&lt;b</bdi>");
        assertThat(Format.headline(Optional.of("a"), "en", Optional.of("javascript:x()"))
                        .toString())
                .startsWith("<span");
        assertThat(Format.headline(Optional.of("a"), "en", Optional.of("quality.html"))
                        .toString())
                .startsWith("<span");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Otres | Sihanoukville | KH | Otres, Sihanoukville, Cambodia",
                "Turen, Malang | Malang | ID | Turen, Malang, Indonesia",
                "Jurong | Singapore | SG | Jurong, Singapore",
                "  | Kampot | KH | Kampot, Cambodia",
                "  | Singapore | SG | Singapore",
                "Turen, Malang | Malang | | Turen, Malang",
                "  |  |  | –"
            })
    void aTownStandsBeforeItsPlace(String town, String place, String country, String shown) {
        assertThat(Format.place(Optional.ofNullable(town), Optional.ofNullable(place), Optional.ofNullable(country)))
                .isEqualTo(shown);
    }
}
