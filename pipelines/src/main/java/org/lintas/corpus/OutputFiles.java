package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;

/** The files of an earlier corpus in the output folder. They are not read as input because they are removed before the input is read. */
public final class OutputFiles {

    private final String root;
    private final Path realRoot;
    private final List<String> own;

    private OutputFiles(String root, Path realRoot, List<String> own) {
        this.root = root;
        this.realRoot = realRoot;
        this.own = own;
    }

    public static OutputFiles of(Layout layout) {
        List<String> own = Stream.concat(
                        layout.metadataFiles().stream(),
                        Stream.of(Dataset.values()).map(layout::folder))
                .toList();
        return new OutputFiles(layout.root(), isLocal(layout.root()) ? real(layout.root()) : Path.of("/"), own);
    }

    /** Whether a file on any storage belongs to the corpus; other files in its folder do not. */
    public boolean contain(String file) {
        String named = file;
        if (isLocal(file) && isLocal(root)) {
            Path real = real(file);
            named = real.startsWith(realRoot) ? root + "/" + realRoot.relativize(real) : file;
        }
        String path = named;
        return own.stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }

    private static boolean isLocal(String place) {
        return !place.contains("://");
    }

    /** The path without symbolic links, if it exists. */
    private static Path real(String place) {
        Path path = Path.of(place);
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            return path;
        }
    }
}
