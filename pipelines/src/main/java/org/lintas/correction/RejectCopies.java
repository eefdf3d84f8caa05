package org.lintas.correction;

import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Records;
import org.lintas.schemas.Duplicate;

/** Rejects the copies of what is no article; all other copies stay. */
public final class RejectCopies extends PTransform<PCollection<Duplicate>, Records<Records.Listed>> {

    private static final long serialVersionUID = 1;

    private final TreeSet<String> notArticles;

    private RejectCopies(Set<String> notArticles) {
        this.notArticles = new TreeSet<>(notArticles);
    }

    /**
     * The transform.
     *
     * @param notArticles ids
     */
    public static RejectCopies of(Set<String> notArticles) {
        return new RejectCopies(notArticles);
    }

    @Override
    public Records<Records.Listed> expand(PCollection<Duplicate> duplicates) {
        return Records.of(duplicates.apply("Check", ParDo.of(new Check(notArticles))));
    }

    private static final class Check extends DoFn<Duplicate, SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final TreeSet<String> notArticles;

        Check(Set<String> notArticles) {
            this.notArticles = new TreeSet<>(notArticles);
        }

        @ProcessElement
        public void check(@Element Duplicate copy, OutputReceiver<SpecificRecord> out) {
            if (notArticles.contains(copy.getRepresentativeId())) {
                out.output(StoredArticle.reject(copy));
            } else {
                out.output(copy);
            }
        }
    }
}
