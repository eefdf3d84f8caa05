package org.lintas.run;

import java.nio.file.Path;

/** Places as users name them. */
public final class Location {

    private Location() {}

    /** A path or glob on the local disk in absolute form; anything with a scheme ({@code s3://…}) as it is. */
    public static String absolute(String location) {
        return location.contains("://")
                ? location
                : Path.of(location).toAbsolutePath().normalize().toString();
    }
}
