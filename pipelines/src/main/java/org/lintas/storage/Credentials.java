package org.lintas.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.failure.RunFailure;

/**
 * Refuses credentials in flags and addresses, which would be visible in process lists, logs, messages, the manifest and
 * the web interface of a cluster. The check runs before any value is printed.
 */
public final class Credentials {

    /** {@code scheme://NAME:PASSWORD@host}; names of buckets cannot contain an at sign. */
    private static final Pattern IN_AUTHORITY =
            Pattern.compile("(?i)\\b(?:s3[an]?://[^/?#,]*@|[a-z][a-z0-9+.-]*+://[^/?#,@]*:[^/?#,]*@)");

    /** Parameters of presigned URLs and other parameters that grant access. */
    private static final Pattern IN_QUERY = Pattern.compile(
            "(?i)[?&;](?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature|sig|access_token"
                    + "|token|password|passwd|secret|api_?key)=");

    /** Settings of storage libraries that hold credentials, in JSON or as properties. */
    private static final Pattern SETTING = Pattern.compile(
            "(?i)secret_?(?:access)?_?key|session_?token|aws_?access_?key_?id|customer_?key|\"?password\"?\\s*[:=]");

    private static final Pattern FLAG = Pattern.compile("(--?[A-Za-z.]{1,40})=");

    private Credentials() {}

    /**
     * Refuses arguments with credentials.
     *
     * @throws RunFailure naming the flag, if any, but not its value
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
     * @param name of the flag or environment variable
     * @throws RunFailure naming it, but not its value
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
                name + ": contains a password, a key or a signature, which others could see (it is not shown"
                        + " here); remove it and set credentials in the environment, as AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY");
    }
}
