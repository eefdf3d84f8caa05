package org.lintas.cli;

import java.io.IOException;
import java.net.URI;
import java.util.function.BiPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A Hadoop file system on the local disk: {@code hdfs://disk/tmp/a} is {@code /tmp/a}. Globs and folders behave as in Hadoop; tests can make
 * requests fail.
 */
public final class HadoopOnDisk extends RawLocalFileSystem {

    static final String ROOT = "hdfs://disk";

    private static volatile BiPredicate<String, String> fault;

    /** Registers this file system for {@code hdfs://}. */
    static void use() {
        Configuration.addDefaultResource("hadoop-on-disk.xml");
    }

    /** Makes requests fail, by operation ({@code create}, {@code delete} …) and path; null for none. */
    static void fail(BiPredicate<String, String> requests) {
        fault = requests;
    }

    private static void ask(String request, Path path) throws IOException {
        BiPredicate<String, String> fails = fault;
        if (fails != null && fails.test(request, path.toUri().getPath())) {
            throw new IOException("the storage does not answer: " + request + " " + path);
        }
    }

    @Override
    public URI getUri() {
        return URI.create(ROOT);
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        ask("open", file);
        return super.open(file, bufferSize);
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        ask("create", file);
        return super.create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        ask("create", file);
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        ask("rename", from);
        return super.rename(from, to);
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        ask("delete", file);
        return super.delete(file, recursive);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        ask("list", folder);
        return super.listStatus(folder);
    }

    @Override
    public FileStatus getFileStatus(Path file) throws IOException {
        ask("status", file);
        return super.getFileStatus(file);
    }
}
