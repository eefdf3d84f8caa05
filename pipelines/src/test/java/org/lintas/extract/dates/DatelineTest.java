package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JAKARTA, KABAR.com - Polisi menyita                 | JAKARTA
                    KABAR.CO, Jakarta - Mantan pemain                   | Jakarta
                    Bangkok, Suarathailand- Kementerian Luar Negeri     | Bangkok
                    PUTRAJAYA - Suruhanjaya telah melakukan siasatan    | PUTRAJAYA
                    KOTA BHARU, 27 November - Enam daerah               | KOTA BHARU
                    BASCO, Batanes – Napuno ng kulay                    | BASCO
                    Hà Nội (TTX) - Sáng nay                             | Hà Nội
                    ភ្នំពេញ៖ កម្លាំងនគរបាល                                 | ភ្នំពេញ
                    """)
    void isThePlaceAtTheStartOfTheArticle(String paragraph, String place) {
        assertThat(Dateline.place(paragraph)).hasValue(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Polisi menangkap seorang kurir sabu di pelabuhan.",
                "\"Kami akan menindak,\" kata kepala polisi - tanpa menyebut nama.",
                "Setelah lima bulan menunggu kabar dari keluarganya - dan tanpa jawaban - ia pulang.",
                ""
            })
    void thereIsNoneInASentence(String paragraph) {
        assertThat(Dateline.place(paragraph)).isEmpty();
    }
}
