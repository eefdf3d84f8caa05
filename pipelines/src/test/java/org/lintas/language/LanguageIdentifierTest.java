package org.lintas.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | Polisi mengatakan bahwa tersangka akan segera diperiksa karena uang itu tidak bisa dijelaskan asalnya.
                    ms | Polis berkata suspek itu akan disoal siasat kerana wang berkenaan tidak boleh dijelaskan puncanya.
                    tl | Sinabi ng pulisya na iimbestigahan ang mga suspek dahil hindi nila maipaliwanag ang pera.
                    vi | Công an cho biết nghi phạm sẽ bị điều tra vì không giải thích được nguồn gốc số tiền.
                    en | Police said that the suspects would be questioned because they could not explain where the money came from.
                    th | ตำรวจกล่าวว่าผู้ต้องสงสัยจะถูกสอบสวนเพราะไม่สามารถอธิบายที่มาของเงินได้
                    lo | ຕຳຫຼວດກ່າວວ່າຜູ້ຕ້ອງສົງໄສຈະຖືກສອບສວນຍ້ອນບໍ່ສາມາດອະທິບາຍທີ່ມາຂອງເງິນ
                    km | ប៉ូលីសបាននិយាយថាជនសង្ស័យនឹងត្រូវបានសួរចម្លើយព្រោះមិនអាចពន្យល់ប្រភពនៃប្រាក់
                    my | သံသယရှိသူများကို စစ်ဆေးသွားမည်ဖြစ်ကြောင်း ရဲက ပြောကြားခဲ့သည်
                    zh | 警方表示由於無法解釋資金來源，疑犯將被盤問，案件仍在調查之中，暫時沒有人被起訴。
                    ta | பணம் எங்கிருந்து வந்தது என்பதை விளக்க முடியாததால் சந்தேக நபர்கள் விசாரிக்கப்படுவார்கள்
                    other | La police a déclaré que les suspects seraient interrogés parce qu'ils ne pouvaient pas expliquer l'origine de l'argent.
                    other | Die Polizei teilte mit, dass die Verdächtigen befragt würden, weil sie die Herkunft des Geldes nicht erklären konnten.
                    other | 警察は、容疑者がお金の出所を説明できなかったため、これから事情を聴くことにしていると発表しました。
                    other | Полиция сообщила, что подозреваемых допросят, потому что они не смогли объяснить происхождение денег.
                    und | 12.345
                    """)
    void tellsLanguagesApart(String code, String text) {
        assertThat(identifier.guess(null, text).code()).isEqualTo(code);
    }
}
