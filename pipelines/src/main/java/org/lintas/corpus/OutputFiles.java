package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;

/** The files of a corpus that is going to be written anew: they are no input, for they are removed before it is read. */
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
                        layout.papers().stream(), Stream.of(Dataset.values()).map(layout::folder))
                .toList();
        return new OutputFiles(layout.root(), isLocal(layout.root()) ? real(layout.root()) : Path.of("/"), own);
    }

    /** Whether a file, on whatever storage, belongs to the corpus; others in its folder do not. */
    public boolean hold(String file) {
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

    /** Without links, as far as it is there. */
    private static Path real(String place) {
        Path path = Path.of(place);
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            return path;
        }
    }
}
