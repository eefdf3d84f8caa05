package org.lintas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Steps that fail on a record. */
class StepTest {

    private static final Capture CAPTURE = Capture.newBuilder()
            .setRecordId("r")
            .setArchiveFile("a.warc")
            .setArchiveOffset(7)
            .setUrl("https://berita.example/")
            .setContent(Content.HTML)
            .setPayload(ByteBuffer.allocate(0))
            .setFields(Map.of())
            .build();

    private static final Draft DRAFT = Draft.newBuilder()
            .setArticleId("i")
            .setRecordId("r")
            .setArchiveFile("a.warc")
            .setArchiveOffset(7)
            .setText("teks")
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"IllegalStateException: sebab", "StackOverflowError"})
    void aRecordOnWhichAStepFailsIsAReject(String cause) {
        for (SpecificRecord record : List.of(CAPTURE, DRAFT)) {
            var step = new Failing(cause);
            var out = new Outputs<SpecificRecord>();
            step.process(record, out);
            assertThat(out.taken).singleElement().satisfies(made -> {
                var reject = (Reject) made;
                assertThat(reject.getStage()).isEqualTo("language");
                assertThat(reject.getReason()).isEqualTo(RejectReason.DAMAGED_RECORD);
                assertThat(reject.getDetail()).isEqualTo(cause);
                assertThat(reject.getRecordId()).isEqualTo("r");
                assertThat(reject.getArchiveFile()).isEqualTo("a.warc");
                assertThat(reject.getArchiveOffset()).isEqualTo(7);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IllegalStateException: sebab", "StackOverflowError"})
    void anArticleThatCannotBeLabelledKeepsItsRow(String cause) {
        var step = new FailingLabel(cause);

        var out = new Outputs<Draft>();
        step.process(DRAFT, out);

        assertThat(out.taken).containsExactly(DRAFT);
    }

    @Test
    void whatTheMachineLacksEndsTheRun() {
        var step = new Failing("OutOfMemoryError");

        assertThatThrownBy(() -> step.process(CAPTURE, new Outputs<>())).isInstanceOf(OutOfMemoryError.class);
    }

    /** Collects the output of a step. */
    private static final class Outputs<T> implements OutputReceiver<T> {
        private final List<T> taken = new ArrayList<>();

        @Override
        public void output(T element) {
            taken.add(element);
        }

        @Override
        public void outputWithTimestamp(T element, Instant timestamp) {
            taken.add(element);
        }
    }

    private static final class Failing extends Step<SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final String cause;

        Failing(String cause) {
            super(SpecificRecord.class, "language");
            this.cause = cause;
        }

        @Override
        protected SpecificRecord step(SpecificRecord any) {
            return fail(cause, any);
        }
    }

    private static final class FailingLabel extends LabelStep {
        private static final long serialVersionUID = 1;

        private final String cause;

        FailingLabel(String cause) {
            super("topic");
            this.cause = cause;
        }

        @Override
        protected Draft label(Draft draft) {
            return fail(cause, draft);
        }
    }

    private static <T> T fail(String cause, T any) {
        switch (cause) {
            case "StackOverflowError" -> {
                return fail(cause, any) == null ? null : any;
            }
            case "OutOfMemoryError" -> throw new OutOfMemoryError("heap");
            default -> throw new IllegalStateException("sebab");
        }
    }
}
