package org.lintas.dedup.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.text.ArticleId;
import org.lintas.text.ContentDigest;

/** The lines of an article that its outlet may repeat, and the article without those that it does. */
public final class DraftLines {

    /**
     * An article without the lines that its outlet repeats. Its digest is that of the text that is left. Its id stays; only without an address,
     * where records of one id may be of several outlets, it is that of the text that is left, too.
     *
     * @param draft the article; the same object if nothing was cut
     * @param lines what was cut, in the order of the text
     */
    public record Cut(Draft draft, List<String> lines) {}

    private static final int DIGEST_DIGITS = 2 * Long.BYTES;

    private DraftLines() {}

    /** The outlet whose lines an article has; null where it is not known. */
    public static String outlet(Draft draft) {
        return Provenance.outlet(draft.getUrlHost(), draft.getSource());
    }

    /** What an article tells of the lines of its outlet, for an {@link OutletSample}. */
    public static byte[] of(Draft draft, Signature signature) {
        long digest = Long.parseUnsignedLong(draft.getContentDigest(), 0, DIGEST_DIGITS, 16);
        return ArticleLines.toBytes(digest, signature, draft.getTitle(), draft.getText());
    }

    /** Whether one of the lines that {@link #of} gave is repeated. */
    public static boolean hasAny(byte[] article, RepeatedLines repeated) {
        return ArticleLines.of(article).lines().stream().anyMatch(line -> repeated.contains(line.hash(), line.kind()));
    }

    /** The article without repeated lines. */
    public static Cut cut(Draft draft, RepeatedLines repeated) {
        TextLines.Cut cut = TextLines.cut(draft.getText(), repeated);
        if (cut.lines().isEmpty()) {
            return new Cut(draft, List.of());
        }
        String digest = ContentDigest.of(draft.getTitle() == null ? "" : draft.getTitle(), cut.text());
        return new Cut(
                Drafts.with(draft, shorter -> {
                    shorter.setText(cut.text());
                    shorter.setContentDigest(digest);
                    shorter.setArticleId(
                            draft.getUrl() == null
                                    ? ArticleId.of(draft.getRecordId(), null, digest)
                                    : draft.getArticleId());
                }),
                cut.lines());
    }

    /** Articles without the lines that their outlets repeat, in the order given: the reference for the pipeline, in memory. */
    public static List<Cut> cutAll(List<Draft> drafts) {
        Map<String, OutletSample> samples = new HashMap<>();
        for (Draft draft : drafts) {
            if (outlet(draft) != null) {
                samples.computeIfAbsent(outlet(draft), any -> new OutletSample())
                        .add(of(draft, Signature.of(Tokens.of(draft.getText()))));
            }
        }
        Map<String, RepeatedLines> repeated = new HashMap<>();
        samples.forEach((outlet, sample) -> repeated.put(outlet, RepeatedLines.of(sample)));
        var cut = new ArrayList<Cut>(drafts.size());
        for (Draft draft : drafts) {
            cut.add(cut(draft, repeated.getOrDefault(outlet(draft), RepeatedLines.NONE)));
        }
        return cut;
    }

    /** The key of a line that was cut: equal for all wordings that were counted as one. */
    public static long key(String line) {
        return LineLetters.of(line, 0, line.length()).hash();
    }
}
