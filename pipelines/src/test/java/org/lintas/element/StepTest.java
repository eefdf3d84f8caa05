package org.lintas.element;

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
            var step = new Step<>(SpecificRecord.class, "language") {
                @Override
                protected SpecificRecord step(SpecificRecord any) {
                    return fail(cause, any);
                }
            };
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
        var step = new LabelStep("topic") {
            @Override
            protected Draft label(Draft draft) {
                return fail(cause, draft);
            }
        };

        var out = new Outputs<Draft>();
        step.process(DRAFT, out);

        assertThat(out.taken).containsExactly(DRAFT);
    }

    @Test
    void whatTheMachineLacksEndsTheRun() {
        var step = new Step<>(Capture.class, "extract") {
            @Override
            protected SpecificRecord step(Capture any) {
                throw new OutOfMemoryError("heap");
            }
        };

        assertThatThrownBy(() -> step.process(CAPTURE, new Outputs<>())).isInstanceOf(OutOfMemoryError.class);
    }

    /** Keeps what a step gives. */
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

    private static <T> T fail(String cause, T any) {
        if (cause.startsWith("Stack")) {
            return fail(cause, any) == null ? null : any;
        }
        throw new IllegalStateException("sebab");
    }
}
