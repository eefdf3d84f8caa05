package org.lintas.cli;

/** What {@code build --help} says: every flag, by group, with its default. A test holds it against {@link BuildCorpusOptions}. */
final class BuildHelp {

    static final String TEXT = """
            usage: lintas build --input=GLOB[,GLOB…] --output=DIR [flags]

            What is read
              --input=GLOB[,GLOB…]     archive files, folders or globs: JSON, CSV, Parquet, Avro, WARC, ARC, WET, WACZ,
                                       .html, .mhtml, .txt, .zip, .tar, plain or compressed by gzip, zstd or bzip2
              --previous=DIR[,DIR…]    earlier corpora: copies of their articles become duplicates, what is new is written
              --jsonFields=PART=NAME   where JSON, CSV, Parquet and Avro keep id, title, text, url, published,
                                       modified, source, author, section (common names)
              --maxRecordBytes=N       largest payload that is read (16777216); larger records become rejects

            What is written
              --output=DIR             folder that the corpus is written to; must be empty
              --overwrite              remove an earlier corpus from it first (off)
              --languages=CODES        languages to keep (id,ms,th,vi,tl,km,lo,my,en,zh,ta); any keeps all
              --maxRejectRate=SHARE    share of rejects above which the run fails (1.0)

            Duplicates
              --reprintSimilarity=SHARE   least similarity of a near duplicate to the article that is kept (0.6)
              --excerptContainment=SHARE  least share of an excerpt that the article that is kept contains (0.85)

            Care
              --exclude=FILE           list of what becomes rejects, one a line (none): an address; a host, with its subdomains and
                                       with articles of an outlet of that name at other addresses, as behind short links;
                                       outlet:NAME, all articles whose column source is NAME; # starts a comment
              --maskPersonalNumbers    mask telephone numbers, mail addresses, national ids, passports, payment cards and
                                       bank accounts (off)
              --text=full|excerpt|none how much of each text is written (full); archive_file and archive_offset say where all is
              --excerptCharacters=N    longest excerpt (300), cut at the end of a sentence or word

            Where it runs
              --flinkMaster=HOST:PORT  Flink cluster that the pipeline runs on, instead of a Flink inside this process (none)
              --parallelism=N          tasks at once (number of processors, or slots of the cluster)
              --runner=DirectRunner    for tens of records; any other option of Apache Beam and its Flink runner works too
              LINTAS_JAVA_OPTS         options of the Java machine, such as -Xmx4g, or -Dorg.slf4j.simpleLogger.log.org.lintas=debug
                                       to see a failure with all its frames

            examples
              lintas build --input='/archives/2025-10/*.warc.gz' --output=/data/2025-10
              lintas build --input=/archives/2025-11 --output=/data/2025-11 --previous=/data/2025-10
              lintas build --input=/archives --output=/data/public --exclude=takedowns.txt --maskPersonalNumbers --text=excerpt

            exit codes: 0 ok · 2 usage · 3 input missing · 4 pipeline failed · 5 reject rate exceeded · 6 expectation failed
            """;

    private BuildHelp() {}
}
