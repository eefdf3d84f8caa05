package org.lintas.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.FigureMention;
import org.lintas.text.Language;

/** Running totals of a case, whose subject is told before them, further behind them, or by the figure before. */
class TotalsTest {

    private final FigureFinder finder = new FigureFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | The number of people held in Mae Sot has risen to 46 after a second raid.    | arrested 46
                    ENGLISH    | Police detained two officers, bringing to 16 the number of people held.      | arrested 2; arrested 16
                    ENGLISH    | Two more men were arrested on Sunday, bringing the total to 12.              | arrested 2; arrested 12
                    ENGLISH    | They dug up 11 rifles in Tetuan, bringing the total to 38.                   | firearm piece 11; firearm piece 38
                    ENGLISH    | Another 3.1 kg of gold was found. That takes the total in the case to 14.4 kg. | gold kg 3.1; gold kg 14.4
                    ENGLISH    | The death toll rose from nine to 12.                                         | killed 12
                    INDONESIAN | Jumlah orang yang diamankan bertambah menjadi 34, kata polisi.               | arrested 34
                    MALAY      | Jumlah mangsa meningkat daripada 39 kepada 52 orang.                         | victim 52
                    VIETNAMESE | nâng số nạn nhân trong vụ án lên 21 người                                    | victim 21
                    TAGALOG    | Dalawa pa ang naaresto, pito na lahat.                                       | arrested 2; arrested 7
                    THAI       | ยอดผู้เสียชีวิตขยับจาก 118 ราย เป็น 152 รายแล้ว                                | killed 152
                    THAI       | พบเฮโรอีนอีก 3 กก. เมื่อรวมกับของเดิมเป็น 68.8 กก.                             | heroin kg 3; heroin kg 68.8
                    LAO        | ຈັບເພີ່ມ 3 ຄົນ ລວມເປັນ 61 ຄົນ                                                | arrested 3; arrested 61
                    KHMER      | ចាប់បន្ថែម ៣នាក់ សរុបកើនដល់ ៩៤នាក់                                           | arrested 3; arrested 94
                    BURMESE    | ဖမ်းမိသူ ခြောက်ဦးအပါအဝင် ၁၁၈ ဦးရှိလာ                                          | arrested 6; arrested 118
                    CHINESE    | 被捕人数也由9人增至12人。                                                       | arrested 12
                    TAMIL      | கைதானோர் எண்ணிக்கை 10 ஆக உயர்ந்துள்ளது.                                        | arrested 10
                    """)
    void aRunningTotalCountsWhatWasCountedBefore(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | The sentence of the suspects was raised to 12 years.
                    ENGLISH    | The price of the victims' land has risen to 46 million.
                    ENGLISH    | The number of officers has risen to 300.
                    ENGLISH    | Bringing an end to 167 years of secrecy, the suspects spoke.
                    MALAY      | Bapa kepada lima orang anak itu mempunyai hubungan dengan mangsa.
                    THAI       | ผู้เสียชีวิตเพิ่มขึ้นเป็น 2 เท่า
                    VIETNAMESE | nâng tổng số cáo buộc chống lại ông lên 32
                    VIETNAMESE | đường dây cá độ bóng đá 600 tỷ bị bắt giữ
                    """)
    void whatRoseOtherwiseIsNoTotal(Language language, String text) {
        assertThat(found(language, text)).isEmpty();
    }

    private String found(Language language, String text) {
        return finder.find(language, text).stream().map(TotalsTest::written).collect(Collectors.joining("; "));
    }

    private static String written(FigureMention figure) {
        String value = Double.toString(figure.getValue()).replaceFirst("\\.0$", "");
        String unit = "person".equals(figure.getUnit()) ? null : figure.getUnit();
        return Stream.of(figure.getSubject(), unit, value)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
