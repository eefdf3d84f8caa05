package org.lintas.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.HostList;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.json.JsonLinesReader;
import org.lintas.archive.warc.WarcArchiveReader;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/** Collects what a reader finds. */
public final class Found implements RecordSink {

    public final List<Capture> captures = new ArrayList<>();
    public final List<Reject> rejects = new ArrayList<>();
    public final List<String> skipped = new ArrayList<>();
    private final Budget budget;

    public Found(long length) {
        this.budget = new Budget(length);
    }

    public static Found in(ArchiveFormat format, byte[] bytes) throws IOException {
        return in(format, bytes, 1 << 20);
    }

    public static Found in(ArchiveFormat format, byte[] bytes, int maxRecordBytes) throws IOException {
        var found = new Found(bytes.length);
        new ArchiveReaders(maxRecordBytes, FieldNames.DEFAULT)
                .of(format)
                .read("file", from -> open(bytes, from), found);
        return found;
    }

    /** Reads a part of a WARC file. */
    public void read(byte[] bytes, ByteRange range) throws IOException {
        new WarcArchiveReader(1 << 20, HostList.all()).read("file", from -> open(bytes, from), range, this);
    }

    /** Reads a part of a file of JSON lines. */
    public void readLines(byte[] bytes, ByteRange range) throws IOException {
        new JsonLinesReader(1 << 20, FieldNames.DEFAULT).read("file", from -> open(bytes, from), range, this);
    }

    /** A file in memory. */
    public static ByteSource source(byte[] bytes) {
        return from -> open(bytes, from);
    }

    private static ByteArrayInputStream open(byte[] bytes, long from) {
        int at = (int) Math.min(from, bytes.length);
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public void capture(Capture capture) {
        budget.takeRecord();
        captures.add(capture);
    }

    @Override
    public void reject(Reject reject) {
        budget.takeRecord();
        rejects.add(reject);
    }

    @Override
    public void skip(String kind) {
        budget.takeRecord();
        skipped.add(kind);
    }

    public List<String> urls() {
        return captures.stream().map(Capture::getUrl).toList();
    }

    public List<String> ids() {
        return captures.stream().map(Capture::getRecordId).toList();
    }

    public List<RejectReason> reasons() {
        return rejects.stream().map(Reject::getReason).toList();
    }
}
