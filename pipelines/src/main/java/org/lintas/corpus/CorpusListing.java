package org.lintas.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.dataset.Layout;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SmallFiles;

/**
 * The files found in the dataset folders of a corpus.
 *
 * @param sizes bytes by path below the root
 */
record CorpusListing(Map<String, Long> sizes) {

    static CorpusListing of(Layout layout) throws IOException {
        List<String> folders =
                Arrays.stream(Dataset.values()).map(layout::folder).toList();
        Map<String, Long> sizes = new TreeMap<>();
        SmallFiles.listBelow(folders).forEach((file, bytes) -> {
            // Hadoop lists an empty folder as a file.
            String path = belowRoot(file);
            if (file.endsWith(".parquet") || (bytes > 0 && !isHidden(path))) {
                sizes.put(path, bytes);
            }
        });
        return new CorpusListing(sizes);
    }

    /** What file managers and Hadoop leave beside files, such as .DS_Store; readers take part files for data whatever their names. */
    private static boolean isHidden(String path) {
        return Stream.of(path.split("/")).anyMatch(name -> name.startsWith(".") || name.startsWith("_"));
    }

    /** The path from the dataset folder on: Hadoop may spell the root differently from the user. */
    private static String belowRoot(String file) {
        return file.substring(Arrays.stream(Dataset.values())
                        .mapToInt(dataset -> file.lastIndexOf("/" + dataset.folder() + "/"))
                        .max()
                        .orElse(-1)
                + 1);
    }

    /** The first file whose name is not one of a part file; empty if there is none. */
    Optional<String> foreign() {
        return sizes.keySet().stream().filter(file -> !Layout.isPart(file)).findFirst();
    }

    /**
     * How the files differ from those that were written.
     *
     * @param what the first difference, and how many more there are
     * @param advice what a user can do
     */
    record Difference(String what, String advice) {}

    /**
     * The first difference from the written files; empty if there is none.
     *
     * @param written with paths below the root
     */
    Optional<Difference> difference(List<PartFile> written) {
        Map<String, Long> expected = written.stream()
                .collect(Collectors.toMap(PartFile::getPath, PartFile::getBytes, (one, other) -> one, TreeMap::new));
        var differences = new ArrayList<String>();
        expected.forEach((path, bytes) -> {
            Long actual = sizes.get(path);
            if (actual == null) {
                differences.add(path + " is missing");
            } else if (!actual.equals(bytes)) {
                differences.add(path + " has " + actual + " bytes instead of " + bytes);
            }
        });
        String advice =
                differences.isEmpty() ? "remove it" : "restore the files of the manifest, or build the corpus again";
        sizes.keySet().stream()
                .filter(path -> !expected.containsKey(path))
                .forEach(path -> differences.add(path + " is not in the manifest"));
        int more = differences.size() - 1;
        return differences.stream()
                .findFirst()
                .map(first -> new Difference(more == 0 ? first : first + ", and " + more + " more", advice));
    }
}
