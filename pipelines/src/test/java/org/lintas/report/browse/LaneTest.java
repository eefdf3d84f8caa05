package org.lintas.report.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lintas.cli.SampleCorpus;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.report.browse.SelectionSql.Bound;

/** One statement at a time, none for too long, and a newer question before an older one. */
class LaneTest {

    /** It would take hours. */
    private static final Bound ENDLESS = new Bound(
            "SELECT count(*) FROM range(1000000000) a, range(1000000) b WHERE a.range + b.range = -1", List.of());

    private static final Bound ONE = new Bound("SELECT CAST(? AS INTEGER)", List.of("1"));

    private static CorpusDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = CorpusDatabase.open(SampleCorpus.folder(), 128L << 20);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void aStatementThatHasEndedIsNotToldSo() throws SQLException {
        PreparedStatement ended = database.prepare("SELECT 1");
        ended.close();

        assertThatCode(() -> Lane.cancel(ended)).doesNotThrowAnyException();
        assertThatThrownBy(ended::cancel).isInstanceOf(SQLException.class);
    }

    @Test
    void aNewerQuestionCancelsTheOneBefore() throws Exception {
        var lane = new Lane(database, 600);
        ExecutorService other = Executors.newSingleThreadExecutor();
        var begun = new CountDownLatch(1);
        Future<Integer> first = other.submit(() -> {
            begun.countDown();
            return lane.newest(ENDLESS, LaneTest::number);
        });
        begun.await();
        while (!lane.isBusy()) {
            Thread.onSpinWait();
        }

        int second = lane.newest(ONE, LaneTest::number);

        assertThat(second).isEqualTo(1);
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Lane.Superseded.class);
        other.shutdownNow();
    }

    @Test
    void aStatementHasItsTime() throws Exception {
        var lane = new Lane(database, 1);

        assertThatThrownBy(() -> lane.newest(ENDLESS, LaneTest::number)).isInstanceOf(SQLTimeoutException.class);
        assertThatThrownBy(() -> lane.next(ENDLESS, LaneTest::number)).isInstanceOf(SQLTimeoutException.class);
        assertThat(lane.<Integer>next(ONE, LaneTest::number)).isEqualTo(1);
    }

    private static int number(ResultSet result) throws SQLException {
        result.next();
        return result.getInt(1);
    }
}
