package org.lintas.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * Estimates the number of distinct values, across processes. A HyperLogLog of 4 KiB with a standard error of 1.6 %;
 * below about ten thousand values it is more accurate.
 *
 * @see <a href="https://doi.org/10.46298/dmtcs.3545">Flajolet et al., HyperLogLog</a>
 */
public final class DistinctCount {

    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
    /** Up to this many values per register, linear counting of empty registers is more accurate. */
    private static final double FEW = 2.5;

    private final byte[] registers;

    /** Creates an empty counter. */
    public DistinctCount() {
        registers = new byte[REGISTERS];
    }

    private DistinctCount(byte[] registers) {
        this.registers = registers;
    }

    /**
     * Deserializes a counter.
     *
     * @throws IllegalArgumentException if it has the wrong length
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DistinctCount of(byte[] registers) {
        if (registers.length != REGISTERS) {
            throw new IllegalArgumentException("not " + REGISTERS + " registers: " + registers.length);
        }
        return new DistinctCount(registers);
    }

    /** Serializes the counter. */
    @JsonValue
    synchronized byte[] bytes() {
        return registers.clone();
    }

    /** Adds a value, given by a unique name. */
    public void add(String name) {
        long hash = hash(name);
        int register = (int) (hash >>> (Long.SIZE - BITS));
        // The last bit is set to bound the rank.
        long rest = (hash << BITS) | (1L << (BITS - 1));
        byte rank = (byte) (1 + Long.numberOfLeadingZeros(rest));
        raise(register, rank);
    }

    private synchronized void raise(int register, byte rank) {
        if (rank > registers[register]) {
            registers[register] = rank;
        }
    }

    /** Resets to empty. */
    synchronized void reset() {
        Arrays.fill(registers, (byte) 0);
    }

    /** The union of two counters. */
    DistinctCount with(DistinctCount other) {
        var union = new DistinctCount(bytes());
        byte[] more = other.bytes();
        for (int i = 0; i < more.length; i++) {
            union.raise(i, more[i]);
        }
        return union;
    }

    /** The estimated number of distinct values. */
    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte rank : bytes()) {
            sum += Math.scalb(1.0, -rank);
            empty += rank == 0 ? 1 : 0;
        }
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        boolean areFew = estimate <= FEW * REGISTERS && empty > 0;
        return Math.round(areFew ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }

    /** FNV-1a with a final mixing step, so that all bits are evenly distributed. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
