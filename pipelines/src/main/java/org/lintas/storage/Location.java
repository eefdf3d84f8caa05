package org.lintas.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.lintas.failure.RunFailure;
import org.lintas.text.Printable;

/** Resolves paths and URIs as given by users. */
public final class Location {

    private static final String LOCAL = "file://";

    private Location() {}

    /**
     * A local path or glob in absolute form; a location with a scheme other than {@code file://} ({@code s3://…}) is
     * returned unchanged.
     *
     * @throws RunFailure if it is not a valid path
     */
    public static String absolute(String location) {
        String place = location.startsWith(LOCAL + "/") ? location.substring(LOCAL.length()) : location;
        if (place.contains("://")) {
            return place;
        }
        try {
            return withoutDots(Path.of(place).toAbsolutePath()).toString();
        } catch (InvalidPathException e) {
            throw RunFailure.usage(Printable.of(location) + ": is not a valid path (" + e.getReason() + ")");
        } catch (IOException e) {
            throw RunFailure.usage(Printable.of(location) + ": cannot follow a symbolic link in it (" + e + ")");
        }
    }

    /**
     * An output folder for a corpus, in absolute form.
     *
     * @param flag the flag that it was given by
     * @throws RunFailure if its path would be interpreted as a glob in SQL queries, or as several by flags
     */
    public static String output(String flag, String location) {
        String folder = absolute(location);
        if (folder.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0)) {
            throw RunFailure.usage(flag + "=" + Printable.of(location)
                    + ": SQL queries would interpret its path as a glob; choose a folder without * ? [ \\ in its path");
        }
        if (folder.indexOf(',') >= 0) {
            throw RunFailure.usage(flag + "=" + Printable.of(location)
                    + ": flags that name corpora separate them by commas; choose a folder without a comma in its path");
        }
        return folder;
    }

    /**
     * Whether two places are one folder or file of the local disk, however their paths get there; places elsewhere are compared by name.
     *
     * @throws RunFailure if it cannot be found out
     */
    public static boolean areSame(String place, String other) {
        String one = absolute(place);
        String two = absolute(other);
        if (one.equals(two)) {
            return true;
        }
        try {
            return !one.contains("://")
                    && !two.contains("://")
                    && Files.exists(Path.of(one))
                    && Files.exists(Path.of(two))
                    && Files.isSameFile(Path.of(one), Path.of(two));
        } catch (IOException e) {
            throw RunFailure.usage(
                    Printable.of(place) + ": cannot be compared with " + Printable.of(other) + " (" + e + ")");
        }
    }

    /** Resolves {@code .} and {@code ..}; {@code ..} after a symbolic link means the parent of the link's target. */
    private static Path withoutDots(Path absolute) throws IOException {
        Path path = absolute.getRoot();
        for (Path name : absolute) {
            if (name.toString().equals("..")) {
                Path folder = Files.isSymbolicLink(path) ? path.toRealPath() : path;
                path = folder.getParent() == null ? folder : folder.getParent();
            } else if (!name.toString().equals(".")) {
                path = path.resolve(name);
            }
        }
        return path;
    }

    /**
     * A folder on the local disk in absolute form.
     *
     * @param flag the flag that it was given by
     * @param instead advice if it is not local, such as {@code copy it to a local disk}
     * @throws RunFailure if it is not on the local disk
     */
    public static Path local(String flag, String location, String instead) {
        if (location.contains("://")) {
            throw RunFailure.usage(flag + "=" + location + ": is not on a local disk; " + instead);
        }
        return Path.of(location).toAbsolutePath().normalize();
    }
}
