package org.lintas.corpus;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;
import org.lintas.storage.Location;

/**
 * Earlier corpora that a build is based on.
 *
 * @param layouts their folders
 * @param articles their number of articles
 * @param taxonomies versions of the taxonomies that they were labelled with
 * @param models versions of the models that graded their topics
 * @param places versions of the tables of places that they were searched for
 */
public record PreviousCorpora(
        List<Layout> layouts, long articles, Set<String> taxonomies, Set<String> models, Set<String> places) {

    private static final String FLAG = "--previous";

    /**
     * Opens and checks the corpora of the flag.
     *
     * @param folders null if none are given
     * @param output folder of the new corpus
     * @throws RunFailure if one is not finished, has files that differ from its manifest, was built by another version, builds on a corpus that is
     *     not given, or is the output
     */
    public static PreviousCorpora open(List<String> folders, Layout output) {
        List<Layout> layouts = (folders == null ? List.<String>of() : folders)
                .stream()
                        .map(folder -> new Layout(Location.absolute(folder)))
                        .distinct()
                        .toList();
        Optional<Layout> same = layouts.stream()
                .filter(layout -> Location.areSame(layout.root(), output.root()))
                .findFirst();
        if (same.isPresent()) {
            throw RunFailure.usage(FLAG + "=" + same.get().root() + ": is also the output; choose another --output");
        }
        List<FinishedCorpus> corpora = FinishedCorpus.openAll(FLAG, layouts);
        Set<String> roots = layouts.stream().map(Layout::root).collect(Collectors.toSet());
        corpora.forEach(corpus -> check(corpus, roots));
        return new PreviousCorpora(
                layouts,
                corpora.stream().mapToLong(FinishedCorpus::articles).sum(),
                FinishedCorpus.taxonomies(corpora),
                FinishedCorpus.models(corpora),
                FinishedCorpus.places(corpora));
    }

    private static void check(FinishedCorpus corpus, Set<String> roots) {
        String named = FLAG + "=" + corpus.layout().root();
        corpus.checkVersions(FLAG);
        for (String before : corpus.previous()) {
            if (!roots.contains(before)) {
                throw RunFailure.usage(named + ": builds on " + before + "; give that as well");
            }
        }
        if (!corpus.files().holds(Dataset.FINGERPRINTS)) {
            throw RunFailure.usage(named + ": has no " + Dataset.FINGERPRINTS.folder() + "; build it again");
        }
        if (!corpus.text().equals("full")) {
            throw RunFailure.usage(named + ": was built with --text=" + corpus.text()
                    + ", but near duplicates are verified with full texts; give a corpus built with --text=full");
        }
    }

    /** Their folders. */
    public List<String> roots() {
        return layouts.stream().map(Layout::root).toList();
    }
}
