package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.LookedUpReport;

class LookedUpTest {

    @Test
    void twoReportsMeetAtTheFirstKeyThatBothHave() {
        LookedUpReport one = encoded("a", List.of(9L, -4L, 7L, 2L));
        LookedUpReport other = encoded("b", List.of(8L, -4L, 7L, 1L));

        assertThat(new LookedUp(-4, one).metBefore(new LookedUp(-4, other))).isFalse();
        assertThat(new LookedUp(7, one).metBefore(new LookedUp(7, other))).isTrue();
        assertThat(new LookedUp(7, other).metBefore(new LookedUp(7, one))).isTrue();
    }

    @Test
    void aReportIsWhatWasEncoded() {
        assertThat(new LookedUp(9, encoded("a", List.of(9L))).report().article())
                .isEqualTo(LikenessTest.report("a").build());
    }

    private static LookedUpReport encoded(String id, List<Long> keys) {
        ArticleReport report = LikenessTest.report(id).build();
        return LookedUp.encode(report, keys);
    }
}
