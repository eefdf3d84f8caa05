package org.lintas.incident;

/** 64-bit hashes of keys, by kind: two keys of different kinds are never equal but by chance. */
final class KeyHash {

    private static final long PRIME = 0x9FB21C651E98DF25L;

    private KeyHash() {}

    static long of(String kind, Object... parts) {
        long hash = add(1, kind);
        for (Object part : parts) {
            hash = add(hash * 31, part.toString());
        }
        return mix(hash);
    }

    /** The key of a word, which is a hash already. */
    static long word(int word) {
        return mix(word * PRIME + 7);
    }

    private static long add(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * PRIME;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME;
        return mixed ^ (mixed >>> 32);
    }
}
