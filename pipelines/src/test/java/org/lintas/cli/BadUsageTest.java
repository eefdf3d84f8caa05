package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.MemoryNeed;
import org.lintas.storage.Credentials;
import org.lintas.storage.Storage;

/** Bad usage fails at once, in one line that names the flag and says what to do. */
class BadUsageTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --output=TEMP/c                                        | USAGE         | --input is missing: give archive files, folders or globs
                    --input=TEMP/page.html                                 | USAGE         | --output is missing: give a folder
                    --input=TEMP/none.jsonl --output=TEMP/c                | INPUT_MISSING | none.jsonl: does not exist
                    --input=TEMP/*.warc.gz --output=TEMP/c                 | INPUT_MISSING | *.warc.gz: matches no file: quote the glob
                    --input=/proc/self/mem --output=TEMP/c                 | INPUT_MISSING | --input: cannot read /proc/self/mem
                    --input=TEMP/song.mp3 --output=TEMP/c                  | USAGE         | song.mp3: give JSON, CSV
                    --input=TEMP/old.jsonl.Z --output=TEMP/c               | USAGE         | old.jsonl.Z is compressed with compress (.Z), which is not supported: decompress it first
                    --input=TEMP/page.html --output=TEMP/page.html/c       | USAGE         | is not writable
                    --input=TEMP/page.html --output=TEMP/c[1]              | USAGE         | c[1]: SQL queries would interpret its path as a glob
                    --input=TEMP/page.html --output=TEMP/c,d               | USAGE         | c,d: flags that name corpora separate them by commas
                    --input=TEMP/page.html --output=TEMP/c --watch=TEMP/empty.tsv  | USAGE | empty.tsv: names nothing
                    --input=TEMP/page.html --output=TEMP/c --places=TEMP/empty.tsv | USAGE | empty.tsv: names nothing
                    --input=TEMP/page.html --output=TEMP/c --watch=TEMP/latin.tsv  | USAGE | --watch=TEMP/latin.tsv: line 2 is not UTF-8; save it as UTF-8
                    --input=TEMP/page.html --output=TEMP/c --only=TEMP/utf16.tsv   | USAGE | --only=TEMP/utf16.tsv: line 1 is not UTF-8
                    --input=/dev/null --output=TEMP/c                      | INPUT_MISSING | --input=/dev/null: is a device, not a file or folder
                    --input=TEMP/[a --output=TEMP/c                        | USAGE         | [a: invalid glob: a [ is not closed
                    --input=TEMP/page.html --output=TEMP                   | USAGE         | is not empty, and holds no corpus; choose another
                    --input=TEMP/page.html --output=TEMP/c --colour=red    | USAGE         | --colour: no such flag; lintas build --help lists them
                    --input=TEMP/page.html --output=TEMP/c --languages=xx  | USAGE         | --languages=xx: 'xx' is unknown; give some of id,ms
                    --input=TEMP/page.html --output=TEMP/c --maxRecordBytes=9 | USAGE      | --maxRecordBytes=9: give a number from
                    --input=TEMP/page.html --output=TEMP/c --maxRecordBytes=x | USAGE      | --maxRecordBytes=x
                    --input=TEMP/page.html --output=TEMP/c --maxRejectRate=2  | USAGE      | --maxRejectRate=2.0: give a number from 0 to 1
                    --input=TEMP/page.html --output=TEMP/c --jsonFields=tx=a  | USAGE      | --jsonFields: 'tx=a' is not PART=NAME
                    --input=TEMP/page.html --output=TEMP/c --watch=TEMP/watch.tsv | USAGE  | watch.tsv: line 3: kind 'people' is unknown; give one of person, organisation
                    --input=TEMP/page.html --output=TEMP/c --watch=TEMP/none.tsv | INPUT_MISSING | none.tsv: cannot be read
                    --input=TEMP/page.html --output=TEMP/c --places=TEMP/watch.tsv | USAGE | watch.tsv: line 2: has 4 columns; give place, country, kind
                    --input=TEMP/page.html --output=TEMP/c --only=TEMP/watch.tsv | USAGE    | watch.tsv: line 2: 'a' is not a host
                    --input=TEMP/page.html --output=TEMP/c --encoder=TEMP/none.onnx | INPUT_MISSING | none.onnx: cannot be read
                    --input=TEMP/page.html --output=TEMP/c --encoder=TEMP/page.html | USAGE | page.html: tokenizer.json is missing beside it
                    --input=TEMP/page.html --output=TEMP/c --runner=Fast      | USAGE      | --runner=Fast
                    --input=TEMP/page.html --output=TEMP --overwrite          | USAGE      | is not empty, and holds no corpus; choose another
                    --input=TEMP/page.html --output=TEMP/c --parallelism=0    | USAGE      | --parallelism=0: give a number from 1 on
                    --input=TEMP/page.html --output=TEMP/c --parallelism=-1   | USAGE      | --parallelism=-1: give a number from 1 on
                    --input=TEMP/page.html --output=TEMP/c --parallelism=999  | USAGE      | LINTAS_JAVA_OPTS=-Xmx
                    input=TEMP/page.html                                      | USAGE      | flags start with --
                    """)
    void isReportedInOneLine(String line, ExitCode code, String message) throws IOException {
        Files.writeString(temp.resolve("page.html"), "<html><body><p>Halaman</p></body></html>");
        Files.writeString(temp.resolve("watch.tsv"), "# names\na\tperson\tany\tAnn Lee\nb\tpeople\tany\tBen Lee\n");
        Files.writeString(temp.resolve("empty.tsv"), "# nothing yet\n\n");
        Files.writeString(
                temp.resolve("latin.tsv"), "# names\na\tperson\tany\tJosé Lee\n", StandardCharsets.ISO_8859_1);
        Files.writeString(temp.resolve("utf16.tsv"), "kabar.example\n", StandardCharsets.UTF_16);
        Files.write(temp.resolve("song.mp3"), new byte[] {'I', 'D', '3', 4, 0});
        Files.write(temp.resolve("old.jsonl.Z"), new byte[] {0x1F, (byte) 0x9D, (byte) 0x90});
        String[] args = line.strip().replace("TEMP", temp.toString()).split("\\s+");
        var err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode exit;
        try {
            exit = Lintas.run("build", args);
        } finally {
            System.setErr(before);
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("lintas: ")
                .contains(message.replace("TEMP", temp.toString()));
        assertThat(exit).isEqualTo(code);
        assertThat(temp.resolve("c/_SUCCESS")).doesNotExist();
    }

    /** Refused values are not shown, because the line may be logged. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--input=s3://KUNCI:rahasia@archives/2025",
                "--input=TEMP/page.html,s3://rahasia@archives/2025",
                "--output=hdfs://penguji:rahasia@127.0.0.1:8020/c",
                "--previous=https://penguji:rahasia@corpora.example/c",
                "--exclude=https://corpora.example/list.txt?X-Amz-Date=2025&X-Amz-Signature=rahasia",
                "--input=https://corpora.example/a.warc.gz?AWSAccessKeyId=a&Signature=rahasia&Expires=1",
                "--endpoint=http://penguji:rahasia@127.0.0.1:9000",
                "--flinkMaster=http://penguji:rahasia@127.0.0.1:8081",
                "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\",\"secretAccessKey\":\"rahasia\"}",
                "--proxyConfiguration={\"endpoint\":\"http://proxy.example\",\"password\":\"rahasia\"}",
                "--SSECustomerKey={\"key\":\"rahasia\",\"algorithm\":\"AES256\"}",
                "-Daws.secretAccessKey=rahasia",
                "s3://KUNCI:rahasia@archives/2025",
                "--s3://KUNCI:rahasia@archives/2025"
            })
    void credentialsInAFlagAreRefusedAndNotShown(String flag) {
        String[] args = {"--input=" + temp, "--output=" + temp.resolve("c"), flag.replace("TEMP", temp.toString())};
        String[] others = {"--corpus=" + temp, args[2]};

        assertRefused(() -> Lintas.run("build", args));
        assertRefused(() -> Lintas.run("remove", others));
    }

    @Test
    void credentialsInTheAddressOfAStoreAreRefusedAndNotShown() {
        assertThatThrownBy(() -> Storage.open(
                        PipelineOptionsFactory.create(),
                        List.of("s3://archives/a"),
                        Map.of("AWS_ENDPOINT_URL", "http://penguji:rahasia@127.0.0.1:9000")))
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("AWS_ENDPOINT_URL: contains a password")
                .hasMessageNotContaining("rahasia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://archives/2025/**/*.jsonl",
                "s3://archives/day-?.jsonl,s3://archives/{a,b}@home/x",
                "hdfs://penguji@127.0.0.1:8020/c",
                "hdfs://127.0.0.1:8020/a:b@c",
                "/archives/a@b:c/x?token.warc.gz",
                "text=story.password,title=secret"
            })
    void locationsWithoutCredentialsAreAccepted(String place) {
        Credentials.refuseIn("--input=" + place);
    }

    private static void assertRefused(Supplier<ExitCode> command) {
        var err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode exit;
        try {
            exit = command.get();
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("lintas: ")
                .contains("contains a password, a key or a signature")
                .contains("AWS_ACCESS_KEY_ID")
                .doesNotContain("rahasia");
        assertThat(exit).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tooLittleMemoryIsRefusedWithAdvice() {
        assertThatThrownBy(() -> MemoryNeed.check(4, 16 << 20, 512L << 20))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("--parallelism=4 needs a heap of")
                .hasMessageContaining("-Xmx");
        MemoryNeed.check(4, 16 << 20, 4L << 30);
    }

    @Test
    void tooSmallMetaspaceIsRefused() {
        assertThatThrownBy(() -> MemoryNeed.checkMetaspace(60L << 20))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("-XX:MaxMetaspaceSize=60m")
                .hasMessageContaining("at least 160m");
        MemoryNeed.checkMetaspace(160L << 20);
        MemoryNeed.checkMetaspace(-1);
    }
}
