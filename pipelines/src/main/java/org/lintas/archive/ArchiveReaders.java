package org.lintas.archive;

import java.io.Serializable;
import org.lintas.archive.container.TarReader;
import org.lintas.archive.container.ZipReader;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.HostList;
import org.lintas.archive.json.JsonArrayReader;
import org.lintas.archive.json.JsonLinesReader;
import org.lintas.archive.page.MhtmlReader;
import org.lintas.archive.page.SinglePageReader;
import org.lintas.archive.table.AvroRecordReader;
import org.lintas.archive.table.CsvReader;
import org.lintas.archive.table.ParquetRecordReader;
import org.lintas.archive.warc.WarcArchiveReader;

/**
 * Creates the reader for a format.
 *
 * @param maxRecordBytes maximum payload of a record, in bytes
 * @param fields names of the fields and columns that hold an article
 * @param hosts hosts whose records are read
 */
public record ArchiveReaders(int maxRecordBytes, FieldNames fields, HostList hosts) implements Serializable {

    /** Readers of the records of all hosts. */
    public ArchiveReaders(int maxRecordBytes, FieldNames fields) {
        this(maxRecordBytes, fields, HostList.all());
    }

    /** The reader of a format. */
    public ArchiveReader of(ArchiveFormat format) {
        return switch (format) {
            case WARC -> new WarcArchiveReader(maxRecordBytes, hosts);
            case JSON_LINES -> new JsonLinesReader(maxRecordBytes, fields);
            case JSON -> new JsonArrayReader(maxRecordBytes, fields);
            case CSV -> new CsvReader(maxRecordBytes, fields);
            case AVRO -> new AvroRecordReader(maxRecordBytes, fields);
            case PARQUET -> new ParquetRecordReader(maxRecordBytes, fields);
            case MHTML -> new MhtmlReader(maxRecordBytes);
            case HTML, TEXT -> new SinglePageReader(maxRecordBytes, format);
            case ZIP -> new ZipReader(this);
            case TAR -> new TarReader(this);
        };
    }
}
