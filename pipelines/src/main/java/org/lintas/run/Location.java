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
