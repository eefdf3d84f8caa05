package org.lintas.archive.container;

import java.nio.charset.StandardCharsets;

/**
 * The header of a file in a tar (POSIX.1-1988 ustar, with GNU's base-256 numbers).
 *
 * @param name path within the tar
 * @param type type flag of the entry
 * @param size of its data, in bytes
 */
public record TarHeader(String name, char type, long size) {

    /** Block size in bytes. A header is one block; data are padded to whole blocks. */
    public static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;

    /** Parses a block as a header; null if its check sum, numbers or name are invalid. */
    public static TarHeader of(byte[] block) {
        long size = number(block, SIZE_AT, 12);
        if (number(block, SUM_AT, 8) != sum(block) || size < 0 || block[0] == 0) {
            return null;
        }
        String name = text(block, 0, NAME);
        String prefix = isUstar(block) && block[MAGIC_AT + 5] == 0 ? text(block, PREFIX_AT, 155) : "";
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, (char) block[TYPE_AT], size);
    }

    /** Whether a block has the ustar magic. */
    public static boolean isUstar(byte[] block) {
        return text(block, MAGIC_AT, 5).equals("ustar");
    }

    /** Whether it is a regular file. In old tars it may be a folder, recognisable only by its name. */
    public boolean isFile() {
        return type == '0' || type == 0 || type == '7' || type == 'S';
    }

    /** Whether the data are attributes of the next member. */
    public boolean isAttributes() {
        return type == 'L' || type == 'K' || type == 'x' || type == 'X';
    }

    /** Whether it is of a type without data, even if its size is not zero. */
    public boolean isWithoutData() {
        return type >= '1' && type <= '6';
    }

    /** Whether it is the continuation of a file from another volume. */
    public boolean isContinuation() {
        return type == 'M';
    }

    /** The kind of a member that is not a file. */
    public String kind() {
        return switch (type) {
            case '1' -> "hard_link";
            case '2' -> "symbolic_link";
            case '3', '4' -> "device";
            case '5', 'D' -> "folder";
            case '6' -> "fifo";
            case 'V' -> "volume_header";
            case 'g' -> "global_attributes";
            default -> "other_member";
        };
    }

    /** The sum of all bytes, with the check sum field as spaces. */
    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    /** A number in octal digits, or in base 256 if the first bit is set; -1 if it is invalid. */
    static long number(byte[] block, int at, int length) {
        if ((block[at] & 0x80) != 0) {
            long value = block[at] & 0x3F;
            for (int i = 1; i < length; i++) {
                if (value >>> 55 != 0) {
                    return -1;
                }
                value = (value << 8) | (block[at + i] & 0xFF);
            }
            return value;
        }
        String digits = text(block, at, length).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : digits.isEmpty() ? 0 : -1;
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }
}
