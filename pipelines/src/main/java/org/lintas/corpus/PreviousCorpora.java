package org.lintas.corpus;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;
import org.lintas.storage.Location;

/**
 * Earlier corpora that a run goes on from.
 *
 * @param layouts where they lie
 * @param articles how many articles they hold
 */
public record PreviousCorpora(List<Layout> layouts, long articles) {

    private static final String FLAG = "--previous";

    /**
     * Checks the flag.
     *
     * @param folders null where none are given
     * @param output where the new corpus goes
     * @throws RunFailure if one is not finished, has not the files of its manifest, was built by another version, goes on from one that
     *     is not named, or is the output
     */
    public static PreviousCorpora open(List<String> folders, Layout output) {
        List<Layout> layouts = (folders == null ? List.<String>of() : folders)
                .stream()
                        .map(folder -> new Layout(Location.absolute(folder)))
                        .distinct()
                        .toList();
        if (layouts.contains(output)) {
            throw RunFailure.usage(FLAG + "=" + output.root() + ": is the output, too; choose another --output");
        }
        List<FinishedCorpus> corpora = FinishedCorpus.openAll(FLAG, layouts);
        Set<String> roots = layouts.stream().map(Layout::root).collect(Collectors.toSet());
        corpora.forEach(corpus -> check(corpus, roots));
        return new PreviousCorpora(
                layouts, corpora.stream().mapToLong(FinishedCorpus::articles).sum());
    }

    private static void check(FinishedCorpus corpus, Set<String> roots) {
        String named = FLAG + "=" + corpus.layout().root();
        corpus.checkVersions(FLAG);
        for (String before : corpus.previous()) {
            if (!roots.contains(before)) {
                throw RunFailure.usage(named + ": goes on from " + before + "; name that, too");
            }
        }
        if (!corpus.files().holds(Dataset.FINGERPRINTS)) {
            throw RunFailure.usage(named + ": has no " + Dataset.FINGERPRINTS.folder() + "; build it again");
        }
        if (!corpus.text().equals("full")) {
            throw RunFailure.usage(named + ": was built with --text=" + corpus.text()
                    + ", and near duplicates are verified by whole texts; name a corpus with --text=full");
        }
    }

    /** Their folders. */
    public List<String> roots() {
        return layouts.stream().map(Layout::root).toList();
    }
}
