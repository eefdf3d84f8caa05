package org.lintas.archive.container;

import java.nio.charset.StandardCharsets;

/**
 * The header of a file in a tar (POSIX.1-1988 ustar, with GNU's base-256 numbers).
 *
 * @param name path inside the tar
 * @param type kind of entry
 * @param size of its data, in bytes
 */
public record TarHeader(String name, char type, long size) {

    /** Headers fill one block, files as many as they need, in bytes. */
    public static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;

    /** The header that a block is; null if its check sum, its numbers or its name say that it is none. */
    public static TarHeader of(byte[] block) {
        long size = number(block, SIZE_AT, 12);
        if (number(block, SUM_AT, 8) != sum(block) || size < 0 || block[0] == 0) {
            return null;
        }
        String name = text(block, 0, NAME);
        String prefix = isUstar(block) && block[MAGIC_AT + 5] == 0 ? text(block, PREFIX_AT, 155) : "";
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, (char) block[TYPE_AT], size);
    }

    /** Whether bytes have the mark that newer headers have. */
    public static boolean isUstar(byte[] block) {
        return text(block, MAGIC_AT, 5).equals("ustar");
    }

    /** Whether data of a file follow; old tars have folders, too, that only their names tell from files. */
    public boolean isFile() {
        return type == '0' || type == 0 || type == '7' || type == 'S';
    }

    /** Whether data follow that tell of the next member. */
    public boolean isAttributes() {
        return type == 'L' || type == 'K' || type == 'x' || type == 'X';
    }

    /** Whether it is of a type without data, whatever size some writers give it. */
    public boolean isWithoutData() {
        return type >= '1' && type <= '6';
    }

    /** Whether the rest of a file follows that began in another tar. */
    public boolean isContinuation() {
        return type == 'M';
    }

    /** What a member is that is no file. */
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

    /** The sum of all bytes, those of the sum itself as spaces. */
    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    /** A number in octal digits, or in bytes where the first says so; -1 if it is none. */
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
