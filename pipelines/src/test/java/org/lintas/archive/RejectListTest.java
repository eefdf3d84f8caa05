package org.lintas.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

class RejectListTest {

    @Test
    void theFirstAreRowsAndTheOthersOneAReason() {
        var list = new RejectList();
        int listed = 0;
        for (int i = 0; i < RejectList.LISTED + 1_000; i++) {
            listed += list.add(reject(i % 4 == 0 ? RejectReason.INVALID_JSON : RejectReason.MISSING_TEXT, i)) ? 1 : 0;
        }
        assertThat(list.add(reject(RejectReason.TRUNCATED, 99_999))).isFalse();

        assertThat(listed).isEqualTo(RejectList.LISTED);
        List<Reject> rest = list.rest();
        assertThat(rest)
                .extracting(Reject::getReason)
                .containsExactly(RejectReason.TRUNCATED, RejectReason.INVALID_JSON, RejectReason.MISSING_TEXT);
        assertThat(rest).extracting(Reject::getArchiveOffset).containsExactly(99_999L, 10_000L, 10_001L);
        assertThat(rest)
                .extracting(Reject::getDetail)
                .containsExactly(
                        "why",
                        "why; and 249 more for this reason behind it, which have no rows",
                        "why; and 749 more for this reason behind it, which have no rows");
        assertThat(list.unlisted()).containsOnly(Map.entry("INVALID_JSON", 249L), Map.entry("MISSING_TEXT", 749L));
        assertThat(list.count()).isEqualTo(listed + rest.size() + 249 + 749);
    }

    @Test
    void aFewAreAllRows() {
        var list = new RejectList();

        for (int i = 0; i < RejectList.LISTED; i++) {
            assertThat(list.add(reject(RejectReason.INVALID_JSON, i))).isTrue();
        }
        assertThat(list.rest()).isEmpty();
        assertThat(list.unlisted()).isEmpty();
    }

    private static Reject reject(RejectReason reason, long offset) {
        return Rejects.of("archive", reason, "file", offset, "why").build();
    }
}
