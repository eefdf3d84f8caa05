package org.lintas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("timed")
class PersonalNumbersTest {

    private final PersonalNumbers numbers = new PersonalNumbers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email        | Hubungi rina.p@contoh.co.id.             | Hubungi ••••.•@••••••.••.••.
                    national_id  | NIK 3173014507900003, warga Jakarta      | NIK ••••••••••••••••, warga Jakarta
                    national_id  | No. K/P: 900513-14-5678                  | No. K/P: ••••••-••-••••
                    national_id  | เลขบัตร 1-1017-00230-70-8 ของผู้ต้องหา         | เลขบัตร •-••••-•••••-••-• ของผู้ต้องหา
                    national_id  | เลขบัตร ๑๑๐๑๗๐๐๒๓๐๗๐๘                     | เลขบัตร •••••••••••••
                    national_id  | CCCD số 079203001234 do công an cấp      | CCCD số •••••••••••• do công an cấp
                    national_id  | CMND số: 023456789                       | CMND số: •••••••••
                    national_id  | PhilSys 1234-5678-9012                   | PhilSys ••••-••••-••••
                    national_id  | TIN 123-456-789-000                      | TIN •••-•••-•••-•••
                    national_id  | NRC 12/KaMaNa(N)123456 ဖြစ်သည်            | NRC ••/••••••(•)•••••• ဖြစ်သည်
                    national_id  | NRIC S1234567D of the accused            | NRIC ••••••••• of the accused
                    national_id  | HKID A123456(3)                          | HKID •••••••(•)
                    national_id  | 身份证号11010519491231002X，男            | 身份证号••••••••••••••••••，男
                    passport     | paspor nomor A1234567 miliknya           | paspor nomor •••••••• miliknya
                    payment_card | card 4111 1111 1111 1111 was used        | card •••• •••• •••• •••• was used
                    bank_account | rekening BCA nomor 8730123456 atas nama  | rekening BCA nomor •••••••••• atas nama
                    bank_account | เลขที่บัญชี 123-4-56789-0                    | เลขที่บัญชี •••-•-•••••-•
                    phone        | WhatsApp +62 812-3456-7890 segera        | WhatsApp +•• •••-••••-•••• segera
                    phone        | nomor 081234567890 itu                   | nomor •••••••••••• itu
                    phone        | call 012-345 6789 now                    | call •••-••• •••• now
                    phone        | โทร 08-1234-5678                         | โทร ••-••••-••••
                    phone        | SĐT 0912.345.678                         | SĐT ••••.•••.•••
                    phone        | ဖုန်း ၀၉၇၈၁၂၃၄၅၆၇ သို့                        | ဖုန်း ••••••••••• သို့
                    phone        | 请拨打13812345678联系                      | 请拨打•••••••••••联系
                    phone        | Tel: 6123 4567                           | Tel: •••• ••••
                    """)
    void isMaskedInPlace(String kind, String text, String masked) {
        PersonalNumbers.Masked result = numbers.mask(text);

        assertThat(result.text()).isEqualTo(masked).hasSameSizeAs(text);
        assertThat(result.counts()).isEqualTo(Map.of(kind, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rp 1.250.000.000 dan US$ 15,000,000,000",
                "on 01-02-2025 10:30, 2025-10-16T02:30:00Z",
                "16/10/2568 เวลา 09.30 น. คดีหมายเลขดำ อ.1234/2568",
                "150 kg sabu, 1.200.000 butir, 35 paket seberat 10.234,5 gram",
                "Pasal 114 ayat (2) UU Nomor 35 Tahun 2009; KM 57; B 1234 XYZ",
                "15000000000 元, 3.000.000.000 đồng",
                "card 4111 1111 1111 1112, S1234567A, 110105194912310021",
                "Hotline 191, 1155; call 110",
                "2019-2020-2021 and 1999-2000",
                "koordinat 1.234567, 103.456789"
            })
    void otherNumbersStay(String text) {
        assertThat(numbers.mask(text)).isEqualTo(new PersonalNumbers.Masked(text, Map.of()));
    }

    @Test
    void lettersOutsideTheBasicPlaneKeepOffsetsValid() {
        String text = "😀 call 0812 3456 7890 😀";

        assertThat(numbers.mask(text).text())
                .isEqualTo("😀 call •••• •••• •••• 😀")
                .hasSameSizeAs(text);
    }

    @Test
    void everyKindHasAnExample() {
        assertThat(numbers.kinds())
                .containsExactly("bank_account", "email", "national_id", "passport", "payment_card", "phone");
    }

    /** Texts on which patterns backtrack most: time is at most linear in the length. */
    @Test
    void noTextMakesAPatternSlow() {
        for (String unit : List.of(
                "0",
                "1 ",
                "08-",
                "+6",
                "a@",
                "a.",
                "a@b.",
                "12/က",
                "12/ab(",
                "rekening ",
                "tel tel",
                "12-",
                "(0",
                "paspor",
                "S123",
                "4111 ",
                "០")) {
            String text = IntStream.range(0, 200_000 / unit.length())
                    .mapToObj(i -> unit)
                    .collect(Collectors.joining());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> numbers.mask(text), unit);
        }
    }
}
