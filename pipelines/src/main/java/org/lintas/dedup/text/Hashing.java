package org.lintas.dedup.text;

/** Mixing of integers. What is stored depends on these functions: a change makes a new {@link Signature#VERSION}. */
final class Hashing {

    private static final long K0 = 0x9E3779B97F4A7C15L;
    private static final long K1 = 0xC2B2AE3D27D4EB4FL;
    private static final long K2 = 0x165667B19E3779F9L;
    private static final long K3 = 0xD6E8FEB86659FD93L;

    private Hashing() {}

    /** A permutation of the 64-bit integers that spreads every bit over all (the finaliser of SplitMix64). */
    static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long mix(long a, long b) {
        return mix(mix(a + K0) + b * K1);
    }

    static long mix(int a, int b, int c) {
        return mix((a + K3) * K0 + b * K1 + c * K2);
    }

    static long mix(int a, int b, int c, int d) {
        return mix(a * K0 + b * K1 + c * K2 + d * K3);
    }
}
