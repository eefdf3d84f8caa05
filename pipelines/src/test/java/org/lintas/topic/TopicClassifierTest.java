package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;

class TopicClassifierTest {

    private final TopicClassifier classifier = new TopicClassifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Polisi gagalkan penyelundupan 12 kg sabu | Petugas menyita sabu dari dua kurir di pelabuhan. | drug_trafficking main
                    INDONESIAN | Harga cabai naik                         | Pedagang di pasar induk mengeluh karena pasokan dari petani terus berkurang sejak musim hujan. Pembeli memilih menunda belanja, sementara dinas perdagangan menyiapkan operasi pasar untuk menahan harga menjelang hari raya. Di pasar yang sama pekan lalu, kata seorang petugas, polisi juga menangkap dua pengedar narkoba dan menyita sabu. | drug_trafficking mention
                    INDONESIAN | Harga cabai naik                         | Pedagang di pasar mengeluh karena pasokan berkurang. |
                    THAI       | ตำรวจทลายแก๊งคอลเซ็นเตอร์ปอยเปต               | ช่วยเหลือผู้เสียหายจากแก๊งคอลเซ็นเตอร์ | online_scam main
                    THAI       | ประกาศกลุ่มเอไอเอสขยายสัญญาณ                | บริษัทเอไอเอสขยายสัญญาณมือถือ |
                    VIETNAMESE | Bắt nhóm vận chuyển 96.000 viên ma tuý   | Công an thu giữ ma túy tổng hợp. | drug_trafficking main
                    CHINESE    | 警方搗破電騙園區                             | 電騙園區內救出多人 | online_scam main
                    """)
    void gradesByPositionAndShare(Language language, String title, String text, String labels) {
        String found = classifier.classify(language, title, text).stream()
                .map(label -> label.getTopic() + " " + label.getGrade())
                .sorted()
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource({"'𝐀 penyelundupan sabu', 'Tiga kilogram sabu 𝐁 disita; sabu itu dari luar negeri.'"})
    void offsetsCountCodePoints(String title, String text) {
        List<TopicLabel> labels = classifier.classify(Language.INDONESIAN, title, text);

        assertThat(labels).extracting(TopicLabel::getTopic).contains("drug_trafficking");
        // In both fields there is a term after a character that takes two UTF-16 units.
        assertThat(labels)
                .flatExtracting(TopicLabel::getEvidence)
                .anyMatch(hit -> hit.getInTitle() && hit.getStart() > 0)
                .anyMatch(hit -> !hit.getInTitle() && hit.getStart() > text.indexOf("disita"));
        for (TopicLabel label : labels) {
            assertThat(label.getEvidence()).isNotEmpty().allSatisfy(hit -> {
                String field = hit.getInTitle() ? title : text;
                int[] points = field.codePoints().toArray();
                assertThat(new String(points, hit.getStart(), hit.getEnd() - hit.getStart()))
                        .isEqualTo(hit.getTerm());
            });
        }
    }
}
