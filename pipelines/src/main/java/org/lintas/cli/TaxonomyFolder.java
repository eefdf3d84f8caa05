package org.lintas.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.storage.SmallFiles;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.TaxonomyProblem;

/**
 * The YAML files of a user's taxonomy; other files of the folder are no part of it.
 *
 * @param files their texts by name
 * @param problems what is wrong with them, by file and line
 */
record TaxonomyFolder(SortedMap<String, String> files, List<TaxonomyProblem> problems) {

    private static final String YAML = ".yaml";
    private static final String OTHER_YAML = ".yml";

    /**
     * Reads and checks a folder.
     *
     * @param named what names it in messages, such as {@code --taxonomy=DIR}
     * @throws RunFailure if there is no YAML file in it, or one cannot be read
     */
    static TaxonomyFolder read(String named, String folder) {
        SortedMap<String, String> files = new TreeMap<>();
        var problems = new ArrayList<TaxonomyProblem>();
        try {
            SortedMap<String, ResourceId> listed = list(Location.absolute(folder));
            if (listed.isEmpty()) {
                throw new RunFailure(
                        ExitCode.INPUT_MISSING,
                        named + ": no folder with .yaml files; lintas taxonomy export writes some to start from");
            }
            if (listed.size() > OwnTaxonomy.MAX_FILES) {
                throw RunFailure.usage(String.format(
                        Locale.ROOT,
                        "%s: has %,d YAML files; give at most %,d",
                        named,
                        listed.size(),
                        OwnTaxonomy.MAX_FILES));
            }
            long total = 0;
            for (String name : listed.keySet()) {
                if (!name.endsWith(YAML)) {
                    problems.add(new TaxonomyProblem(name, 1, "name the file TOPIC.yaml"));
                    continue;
                }
                byte[] bytes = bytes(listed.get(name));
                total += bytes.length;
                if (total > OwnTaxonomy.MAX_BYTES) {
                    throw RunFailure.usage(String.format(
                            Locale.ROOT,
                            "%s: its files have more than %,d bytes; leave terms out",
                            named,
                            OwnTaxonomy.MAX_BYTES));
                }
                if (bytes.length > OwnTaxonomy.MAX_FILE_BYTES) {
                    problems.add(new TaxonomyProblem(
                            name,
                            1,
                            String.format(
                                    Locale.ROOT,
                                    "has more than %,d bytes; leave terms out",
                                    OwnTaxonomy.MAX_FILE_BYTES)));
                    continue;
                }
                try {
                    files.put(name, text(bytes));
                } catch (CharacterCodingException e) {
                    problems.add(new TaxonomyProblem(name, line(bytes), "is not UTF-8; save it as UTF-8"));
                }
            }
        } catch (IOException e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, named + ": cannot be read (" + e.getMessage() + ")");
        }
        problems.addAll(OwnTaxonomy.problems(files));
        return new TaxonomyFolder(files, problems);
    }

    /**
     * What {@code --taxonomy} names.
     *
     * @throws RunFailure with the first problem, by file and line
     */
    static OwnTaxonomy taxonomy(String folder) {
        if (folder.isEmpty()) {
            return OwnTaxonomy.none();
        }
        String named = "--taxonomy=" + folder;
        TaxonomyFolder read = read(named, folder);
        if (!read.problems.isEmpty()) {
            int more = read.problems.size() - 1;
            throw RunFailure.usage(named + ": " + read.problems.get(0)
                    + (more == 0 ? "" : "; and " + more + " more, which lintas taxonomy check lists"));
        }
        return OwnTaxonomy.of(read.files);
    }

    private static SortedMap<String, ResourceId> list(String folder) throws IOException {
        SortedMap<String, ResourceId> files = new TreeMap<>();
        for (MatchResult.Metadata file : SmallFiles.listIn(folder)) {
            String name = String.valueOf(file.resourceId().getFilename());
            String lower = name.toLowerCase(Locale.ROOT);
            if ((lower.endsWith(YAML) || lower.endsWith(OTHER_YAML)) && !name.startsWith(".")) {
                files.put(name, file.resourceId());
            }
        }
        return files;
    }

    /** The content of a file, one byte more than is allowed at most. */
    private static byte[] bytes(ResourceId file) throws IOException {
        try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
            return in.readNBytes(OwnTaxonomy.MAX_FILE_BYTES + 1);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        var text = new StringWriter();
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()).transferTo(text);
        return text.toString().replace("\uFEFF", "");
    }

    /** The first line that is not UTF-8. */
    private static int line(byte[] bytes) throws IOException {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                try {
                    text(Arrays.copyOfRange(bytes, start, i));
                } catch (CharacterCodingException e) {
                    return line;
                }
                line++;
                start = i + 1;
            }
        }
        return 1;
    }
}
