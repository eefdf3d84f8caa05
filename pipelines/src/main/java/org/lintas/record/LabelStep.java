package org.lintas.record;

import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step that labels articles after deduplication. An article represents its dropped copies and can no longer be
 * rejected. If the step fails on an article, its row is kept without these labels, it is counted as {@code
 * STAGE.failed}, and a warning is logged.
 */
public abstract class LabelStep extends DoFn<Draft, Draft> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LabelStep.class);

    private final String stage;

    /**
     * Creates a step.
     *
     * @param stage its name in warnings and counters
     */
    protected LabelStep(String stage) {
        this.stage = stage;
    }

    @ProcessElement
    public final void process(@Element Draft draft, OutputReceiver<Draft> out) {
        out.output(labelled(draft));
    }

    /** The article with labels. */
    protected abstract Draft label(Draft draft);

    private Draft labelled(Draft draft) {
        try {
            return label(draft);
        } catch (RuntimeException | StackOverflowError e) {
            Metrics.counter(stage, stage + ".failed").inc();
            LOG.warn(
                    "article {} of {} at {} could not be labelled by stage {}: {}",
                    draft.getArticleId(),
                    draft.getArchiveFile(),
                    draft.getArchiveOffset(),
                    stage,
                    Rejects.cause(e));
            return draft;
        }
    }
}
