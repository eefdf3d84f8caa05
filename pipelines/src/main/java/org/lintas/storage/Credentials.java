package org.lintas.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.failure.RunFailure;

/**
 * Finds credentials where they must not be: a flag or an address stands in the list of processes, in logs and messages, in the manifest and
 * in the web page of a cluster. What has them is refused before anything of it is told.
 */
public final class Credentials {

    /** {@code scheme://NAME:PASSWORD@host}; no bucket has an at sign in its name. */
    private static final Pattern IN_AUTHORITY =
            Pattern.compile("(?i)\\b(?:s3[an]?://[^/?#,]*@|[a-z][a-z0-9+.-]*+://[^/?#,@]*:[^/?#,]*@)");

    /** A parameter of a presigned address, and others that let in whoever has them. */
    private static final Pattern IN_QUERY = Pattern.compile(
            "(?i)[?&;](?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature|sig|access_token"
                    + "|token|password|passwd|secret|api_?key)=");

    /** A setting of the libraries for storage, in JSON or as a property. */
    private static final Pattern SETTING = Pattern.compile(
            "(?i)secret_?(?:access)?_?key|session_?token|aws_?access_?key_?id|customer_?key|\"?password\"?\\s*[:=]");

    private static final Pattern FLAG = Pattern.compile("(--?[A-Za-z.]{1,40})=");

    private Credentials() {}

    /**
     * Refuses arguments with credentials.
     *
     * @throws RunFailure naming the flag where there is one, and nothing of its value
     */
    public static void refuseIn(String... args) {
        for (String arg : args) {
            if (areIn(arg) || SETTING.matcher(arg).find()) {
                Matcher flag = FLAG.matcher(arg);
                throw refused(flag.lookingAt() ? flag.group(1) : "an argument");
            }
        }
    }

    /**
     * Refuses an address with credentials.
     *
     * @param name of the flag or the variable that gives it
     * @throws RunFailure naming it, and nothing of its value
     */
    public static void refuseIn(String name, String address) {
        if (areIn(address)) {
            throw refused(name);
        }
    }

    private static boolean areIn(String address) {
        return IN_AUTHORITY.matcher(address).find() || IN_QUERY.matcher(address).find();
    }

    private static RunFailure refused(String name) {
        return RunFailure.usage(
                name + ": holds a password, a key or a signature, which others would see (it is not shown"
                        + " here); give addresses without, and credentials in the environment, as AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY");
    }
}
