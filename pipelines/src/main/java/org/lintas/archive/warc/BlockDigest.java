package org.lintas.archive.warc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;

/**
 * Verifies the digest of a block in a WARC header (ISO 28500, section 5.8): {@code sha1:…} in Base32, and variants in
 * use: other algorithms, hexadecimal, Base64.
 */
final class BlockDigest {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "md5", "MD5", "sha256", "SHA-256", "sha512", "SHA-512");

    private final MessageDigest computed;
    private final byte[] declared;
    private final byte[] waiting = new byte[TrailingLineEnds.MAX];
    private int held;

    private BlockDigest(MessageDigest computed, byte[] declared) {
        this.computed = computed;
        this.declared = declared;
    }

    /** Parses the value of a header field; empty if it is not supported. */
    static Optional<BlockDigest> parse(String field) {
        String[] parts = field.strip().split(":", 2);
        String algorithm = ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT).replace("-", ""));
        if (algorithm == null || parts.length < 2) {
            return Optional.empty();
        }
        MessageDigest digest = start(algorithm);
        return decode(parts[1].strip(), digest.getDigestLength()).map(declared -> new BlockDigest(digest, declared));
    }

    private static Optional<byte[]> decode(String text, int length) {
        try {
            if (text.length() == length * 2) {
                return Optional.of(HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT)));
            }
            byte[] base32 = new Base32().decode(text.toUpperCase(Locale.ROOT));
            byte[] value =
                    base32.length == length ? base32 : Base64.getDecoder().decode(text);
            return Optional.of(value).filter(bytes -> bytes.length == length);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Adds bytes of the block. The last few are held back, since they may be the line ends after the block. */
    void update(byte[] bytes, int offset, int count) {
        int ready = Math.max(0, held + count - waiting.length);
        int ofWaiting = Math.min(ready, held);
        computed.update(waiting, 0, ofWaiting);
        System.arraycopy(waiting, ofWaiting, waiting, 0, held - ofWaiting);
        held -= ofWaiting;
        computed.update(bytes, offset, ready - ofWaiting);
        int rest = count - (ready - ofWaiting);
        System.arraycopy(bytes, offset + count - rest, waiting, held, rest);
        held += rest;
    }

    /** Whether the digest of all bytes matches. */
    boolean matches() {
        return matchesWithout(0);
    }

    /** Whether the digest of all bytes except a few at the end matches. */
    boolean matchesWithout(int few) {
        MessageDigest sofar = copy();
        sofar.update(waiting, 0, Math.max(0, held - few));
        return Arrays.equals(declared, sofar.digest());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) computed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("digests of the Java platform can be copied", e);
        }
    }

    private static MessageDigest start(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
