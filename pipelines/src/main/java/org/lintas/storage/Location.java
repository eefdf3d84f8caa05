package org.lintas.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.lintas.failure.RunFailure;
import org.lintas.text.Printable;

/** Places as users name them. */
public final class Location {

    private static final String LOCAL = "file://";

    private Location() {}

    /**
     * A path or glob on the local disk in absolute form; anything with a scheme ({@code s3://…}) but {@code file:///} as it is.
     *
     * @throws RunFailure if no path can be written so
     */
    public static String absolute(String location) {
        String place = location.startsWith(LOCAL + "/") ? location.substring(LOCAL.length()) : location;
        if (place.contains("://")) {
            return place;
        }
        try {
            return withoutDots(Path.of(place).toAbsolutePath()).toString();
        } catch (InvalidPathException e) {
            throw RunFailure.usage(Printable.of(location) + ": cannot be a path (" + e.getReason() + ")");
        } catch (IOException e) {
            throw RunFailure.usage(Printable.of(location) + ": a link in it cannot be followed (" + e + ")");
        }
    }

    /**
     * A folder to write a corpus to, in absolute form.
     *
     * @param flag that names it
     * @throws RunFailure if queries in SQL would take its path for a pattern
     */
    public static String output(String flag, String location) {
        String folder = absolute(location);
        if (folder.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0)) {
            throw RunFailure.usage(flag + "=" + Printable.of(location)
                    + ": queries in SQL would take its path for a pattern; choose a folder without * ? [ \\ in it");
        }
        return folder;
    }

    /** Two dots behind a link lead to the folder above the one that it leads to. */
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
     * @param flag that names it
     * @param instead what to do where it is on another storage, such as {@code copy it to one}
     * @throws RunFailure if it is not on the local disk
     */
    public static Path local(String flag, String location, String instead) {
        if (location.contains("://")) {
            throw RunFailure.usage(flag + "=" + location + ": is not on a local disk; " + instead);
        }
        return Path.of(location).toAbsolutePath().normalize();
    }
}
