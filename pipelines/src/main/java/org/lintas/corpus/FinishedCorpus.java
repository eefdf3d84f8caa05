package org.lintas.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;

/**
 * A finished corpus whose files match its manifest: all files are present with the recorded sizes, and there are no others.
 *
 * @param manifest its sources and contents
 */
public record FinishedCorpus(Layout layout, Manifest manifest, CorpusFiles files) {

    private static final String SCHEMA = "lintas.schema";

    /** Corpora are opened in parallel because remote storage is slow. */
    private static final int READERS = 16;

    /**
     * Opens a corpus.
     *
     * @param flag the flag that names the corpus
     * @throws RunFailure if it is not finished, or its files differ from its manifest
     */
    public static FinishedCorpus open(String flag, Layout layout) {
        Manifest manifest = CorpusManifest.read(flag, layout);
        CorpusFiles files = CorpusManifest.files(flag, layout, manifest);
        Optional<CorpusListing.Difference> difference;
        try {
            difference = CorpusListing.of(layout).difference(files.parts());
        } catch (IOException e) {
            throw CorpusManifest.missing(flag, layout, "its files cannot be listed (" + e.getMessage() + ")");
        }
        difference.ifPresent(found -> {
            throw CorpusManifest.missing(flag, layout, found.what() + "; " + found.advice());
        });
        return new FinishedCorpus(layout, manifest, files);
    }

    /** Opens corpora, in their order. */
    public static List<FinishedCorpus> openAll(String flag, List<Layout> layouts) {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            var opening = new ArrayList<Future<FinishedCorpus>>();
            for (Layout layout : layouts) {
                opening.add(readers.submit(() -> open(flag, layout)));
            }
            var corpora = new ArrayList<FinishedCorpus>();
            for (Future<FinishedCorpus> corpus : opening) {
                corpora.add(corpus.get());
            }
            return List.copyOf(corpora);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RunFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(ExitCode.PIPELINE_FAILED, flag + ": interrupted");
        } finally {
            readers.shutdownNow();
        }
    }

    /** The earlier corpora that it builds on, as given when it was built. */
    public List<String> previous() {
        return manifest.previous();
    }

    /** How much text it contains: full, excerpt or none. */
    public String text() {
        return manifest.text();
    }

    /** Version of the taxonomy that its articles were labelled with. */
    public String taxonomy() {
        return version(Versions.TAXONOMY);
    }

    /** Version of the models that graded its topics. */
    public String topics() {
        return version(Versions.TOPICS);
    }

    /** Version of the table of places that its articles were searched for. */
    public String places() {
        return version(Versions.PLACES);
    }

    /** Version of the rules by which its duplicates were dropped. */
    public String dedup() {
        return version(Versions.DEDUP);
    }

    /**
     * Fails unless its columns are those of this program.
     *
     * @param flag the flag that names the corpus
     * @throws RunFailure naming the versions
     */
    public void checkSchema(String flag) {
        String known = Versions.all().get(SCHEMA);
        if (!version(SCHEMA).equals(known)) {
            throw RunFailure.usage(flag + "=" + layout.root() + ": its schema has version '" + version(SCHEMA)
                    + "', this program writes '" + known
                    + "'; build it again with this program, or use the one that built it");
        }
    }

    /** Versions of the taxonomies that corpora were labelled with. */
    public static Set<String> taxonomies(List<FinishedCorpus> corpora) {
        return corpora.stream().map(FinishedCorpus::taxonomy).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Versions of the models that graded the topics of corpora. */
    public static Set<String> models(List<FinishedCorpus> corpora) {
        return corpora.stream().map(FinishedCorpus::topics).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Versions of the tables of places that articles of corpora were searched for. */
    public static Set<String> places(List<FinishedCorpus> corpora) {
        return corpora.stream().map(FinishedCorpus::places).collect(Collectors.toCollection(TreeSet::new));
    }

    private String version(String name) {
        return manifest.versions().getOrDefault(name, "");
    }

    /** Its number of articles. */
    long articles() {
        return manifest.conservation().written().articles();
    }

    /**
     * Fails unless this program knows its columns and uses the same deduplication version.
     *
     * @throws RunFailure naming the version
     */
    void checkVersions(String flag) {
        String schema = version(SCHEMA);
        String known = Versions.all().get(SCHEMA);
        if (Versions.isNewer(schema, known)) {
            throw RunFailure.usage(flag + "=" + layout.root() + ": its schema has version '" + schema
                    + "', this program supports up to '" + known
                    + "'; use the program that built it, or a newer one");
        }
        String dedup = version(Versions.DEDUP);
        String current = Versions.all().get(Versions.DEDUP);
        if (!dedup.equals(current)) {
            throw RunFailure.usage(flag + "=" + layout.root() + ": its duplicates were dropped by version '" + dedup
                    + "', this is '" + current + "'; build it again");
        }
    }

    /**
     * Checks that corpora belong together: each except the first builds on the one before, and all use the same deduplication version,
     * the same own taxonomy, model and places.
     *
     * @throws RunFailure naming the problem
     */
    public static void checkMergeable(List<FinishedCorpus> corpora) {
        Set<String> versions =
                corpora.stream().map(corpus -> corpus.version(Versions.DEDUP)).collect(Collectors.toSet());
        if (versions.size() > 1) {
            throw RunFailure.usage("--corpus: duplicates were dropped by versions " + String.join(" and ", versions)
                    + "; build the older ones again");
        }
        if (haveOthers(taxonomies(corpora))) {
            throw RunFailure.usage(
                    "--corpus: topics are those of taxonomies " + String.join(" and ", taxonomies(corpora))
                            + "; build some of them again, with the same --taxonomy");
        }
        if (haveOthers(models(corpora))) {
            throw RunFailure.usage("--corpus: topics were graded by models " + String.join(" and ", models(corpora))
                    + "; relabel some of them, with the same --model");
        }
        if (haveOthers(places(corpora))) {
            throw RunFailure.usage("--corpus: places are those of " + String.join(" and ", places(corpora))
                    + "; relabel some of them, with the same --places");
        }
        for (int i = 1; i < corpora.size(); i++) {
            FinishedCorpus corpus = corpora.get(i);
            String before = corpora.get(i - 1).layout().root();
            if (!corpus.previous().contains(before)) {
                throw RunFailure.usage("--corpus=" + corpus.layout().root() + ": was not built with --previous="
                        + before
                        + ", so the same articles may be in both; give corpora in the order in"
                        + " which they were built");
            }
        }
    }

    private static boolean haveOthers(Set<String> versions) {
        return versions.stream().map(Versions::own).distinct().count() > 1;
    }
}
