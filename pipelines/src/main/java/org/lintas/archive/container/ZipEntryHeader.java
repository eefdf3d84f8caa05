package org.lintas.archive.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header of one file of a ZIP, local or in the central directory (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
 *
 * @param name path within the ZIP
 * @param method compression method
 * @param flags general purpose bit flags
 * @param crc CRC-32 of the file
 * @param compressedSize in bytes
 * @param size in bytes
 * @param mode Unix mode of the file, including its type; 0 if unknown
 * @param offset in the central directory: offset of the local header; in a local header: offset of the data from the
 *     header's start
 */
public record ZipEntryHeader(
        String name, int method, int flags, long crc, long compressedSize, long size, int mode, long offset) {

    private static final long LOCAL = 0x04034B50L;
    private static final long CENTRAL = 0x02014B50L;
    private static final int LOCAL_BYTES = 30;

    private static final int CENTRAL_BYTES = 46;
    /** Host systems with Unix modes (section 4.4.2). */
    private static final List<Integer> UNIX = List.of(3, 19);

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int UTF_8 = 0x800;
    private static final long IN_EXTRA = 0xFFFF_FFFFL;

    /**
     * Reads an entry of the central directory.
     *
     * @throws IOException if there is no valid header
     */
    public static ZipEntryHeader readCentral(InputStream in) throws IOException {
        ByteBuffer head = read(in, CENTRAL_BYTES);
        if (unsigned(head.getInt(0)) != CENTRAL) {
            throw new IOException("no record of a central directory");
        }
        byte[] name = read(in, head.getShort(28) & 0xFFFF).array();
        ByteBuffer extra = read(in, head.getShort(30) & 0xFFFF);
        in.skipNBytes(head.getShort(32) & 0xFFFF);
        boolean unix = UNIX.contains((int) head.get(5));
        return of(head, 8, name, extra, unix ? head.getShort(40) & 0xFFFF : 0, unsigned(head.getInt(42)));
    }

    /**
     * Reads a local header.
     *
     * @throws IOException if there is no valid header
     */
    public static ZipEntryHeader readLocal(InputStream in) throws IOException {
        ByteBuffer head = read(in, LOCAL_BYTES);
        if (unsigned(head.getInt(0)) != LOCAL) {
            throw new IOException("no local header");
        }
        byte[] name = read(in, head.getShort(26) & 0xFFFF).array();
        ByteBuffer extra = read(in, head.getShort(28) & 0xFFFF);
        return of(head, 6, name, extra, 0, (long) LOCAL_BYTES + name.length + extra.capacity());
    }

    private static ZipEntryHeader of(ByteBuffer head, int at, byte[] name, ByteBuffer extra, int mode, long offset) {
        int flags = head.getShort(at) & 0xFFFF;
        long crc = unsigned(head.getInt(at + 8));
        long[] sizes = {unsigned(head.getInt(at + 16)), unsigned(head.getInt(at + 12)), offset};
        fromExtra(extra, sizes);
        return new ZipEntryHeader(
                decode(name, flags), head.getShort(at + 2) & 0xFFFF, flags, crc, sizes[1], sizes[0], mode, sizes[2]);
    }

    /** ZIP64: sizes that do not fit into 32 bits are in an extra field, in this order (section 4.5.3). */
    private static void fromExtra(ByteBuffer extra, long[] sizes) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int end = Math.min(extra.limit(), extra.position() + 2 + (extra.getShort() & 0xFFFF));
            for (int i = 0; id == 1 && i < sizes.length; i++) {
                if (sizes[i] == IN_EXTRA && end - extra.position() >= Long.BYTES) {
                    sizes[i] = extra.getLong();
                }
            }
            extra.position(end);
        }
    }

    private static String decode(byte[] name, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(name, (flags & UTF_8) != 0 ? StandardCharsets.UTF_8 : Charset.forName("IBM437"));
        }
    }

    private static ByteBuffer read(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("inside a record of a zip");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long unsigned(int value) {
        return value & 0xFFFF_FFFFL;
    }

    /** Whether it is a folder. Some writers also end names of files with a slash. */
    public boolean isFolder() {
        return name.endsWith("/") && size == 0;
    }

    /** Whether it is a symbolic link. */
    public boolean isSymbolicLink() {
        return (mode & 0xF000) == 0xA000;
    }

    /** Whether it is encrypted. */
    public boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether sizes and CRC follow the data instead of being in the local header. */
    public boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }
}
