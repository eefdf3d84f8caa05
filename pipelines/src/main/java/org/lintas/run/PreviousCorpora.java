package org.lintas.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;

/**
 * Earlier corpora that a run goes on from.
 *
 * @param layouts where they lie
 * @param articles how many articles they hold
 */
public record PreviousCorpora(List<Layout> layouts, long articles) {

    private static final String DEDUP = "lintas.dedup";

    /**
     * Checks the flag.
     *
     * @param flag folders, null where none are given
     * @param output where the new corpus goes
     * @throws RunFailure if one is not finished, was built by another version, goes on from one that is not named, or is the output
     */
    public static PreviousCorpora open(List<String> flag, Layout output) {
        Set<String> roots = new LinkedHashSet<>();
        (flag == null ? List.<String>of() : flag)
                .stream()
                        .map(folder -> new Layout(Location.absolute(folder)).root())
                        .forEach(roots::add);
        var layouts = new ArrayList<Layout>();
        long articles = 0;
        for (String root : roots) {
            var layout = new Layout(root);
            if (root.equals(output.root())) {
                throw RunFailure.usage("--previous=" + root + ": is the output, too; choose another --output");
            }
            JsonNode manifest = CorpusManifest.read("--previous", layout);
            String dedup = manifest.path("versions").path(DEDUP).asText();
            String current = Versions.all().get(DEDUP);
            if (!dedup.equals(current)) {
                throw RunFailure.usage("--previous=" + root + ": its duplicates were dropped by version '" + dedup
                        + "', this is '" + current + "'; build it again");
            }
            for (String before :
                    manifest.path("options").path("previous").asText().split(",")) {
                if (!before.isEmpty() && !roots.contains(before)) {
                    throw RunFailure.usage("--previous=" + root + ": goes on from " + before + "; name that, too");
                }
            }
            boolean isWhole = manifest.path("files").findValuesAsText("path").stream()
                    .anyMatch(path -> path.startsWith(Dataset.FINGERPRINTS.folder() + "/"));
            if (!isWhole) {
                throw RunFailure.usage(
                        "--previous=" + root + ": has no " + Dataset.FINGERPRINTS.folder() + "; build it again");
            }
            String text = manifest.path("options").path("text").asText("full");
            if (!text.equals("full")) {
                throw RunFailure.usage("--previous=" + root + ": was built with --text=" + text
                        + ", and near duplicates are verified by whole texts; name a corpus with --text=full");
            }
            articles += manifest.path("conservation")
                    .path("written")
                    .path("articles")
                    .asLong();
            layouts.add(layout);
        }
        return new PreviousCorpora(List.copyOf(layouts), articles);
    }

    /** Their folders. */
    public List<String> roots() {
        return layouts.stream().map(Layout::root).toList();
    }
}
