package org.lintas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;

/** The floors of the house: each package is on one of them and uses what is below. */
@AnalyzeClasses(packages = "org.lintas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up. Packages of one floor do not know each other, but for those below them in their own tree. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("schemas"),
            List.of("text", "failure"),
            List.of("storage"),
            List.of("record"),
            List.of("charset"),
            List.of(
                    "archive",
                    "extract",
                    "privacy",
                    "language",
                    "dedup",
                    "topic",
                    "place",
                    "figure",
                    "entity",
                    "correction",
                    "dataset"),
            List.of("incident"),
            List.of("corpus"),
            List.of("flink"),
            List.of("report"),
            List.of("cli"));

    private static final String[] STAGES = packages(FLOORS.get(5));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.lintas.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void aFloorUsesOnlyThoseBelow(JavaClasses all) {
        for (int i = 0; i < FLOORS.size(); i++) {
            for (String name : FLOORS.get(i)) {
                String[] allowed = packages(Stream.concat(
                                Stream.of(name), FLOORS.subList(0, i).stream().flatMap(List::stream))
                        .toList());
                classes()
                        .that(resideInAPackage("org.lintas." + name + ".."))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage("org.lintas..")))
                        .check(all);
            }
        }
    }

    @ArchTest
    static final ArchRule everyClassIsOnAFloor = noClasses()
            .should()
            .resideOutsideOfPackages(
                    packages(FLOORS.stream().flatMap(List::stream).toList()));

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses all) {
        Stream<String> packages = all.stream()
                .map(JavaClass::getPackage)
                .map(JavaPackage::getName)
                .distinct()
                .filter(name -> !name.startsWith("org.lintas.schemas"));
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .exists());
    }

    /** Larger ones give their reason. */
    @ArchTest
    static void packagesAreOfASizeThatOneKeepsInMind(JavaClasses all) throws Exception {
        List<Path> folders;
        try (Stream<Path> paths = Files.walk(Path.of("src/main/java/org/lintas"))) {
            folders = paths.filter(Files::isDirectory).toList();
        }
        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            List<Path> files;
            try (Stream<Path> paths = Files.list(folder)) {
                files = paths.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !path.endsWith("package-info.java"))
                        .toList();
            }
            long lines = 0;
            for (Path file : files) {
                lines += Files.readAllLines(file).size();
            }
            Path info = folder.resolve("package-info.java");
            if (files.size() > 25 || lines > 2_000) {
                assertThat(info).content().contains("Large because");
            }
        }
    }

    @ArchTest
    static final ArchRule whatReadersAreMadeOfKnowsNoReaders = noClasses()
            .that(resideInAnyPackage(
                    "..archive.bytes..",
                    "..archive.input..",
                    "..archive.table..",
                    "..archive.warc..",
                    "..archive.json.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lintas.archive"));

    @ArchTest
    static final ArchRule bytesAreTheGroundOfArchives = noClasses()
            .that(resideInAPackage("..archive.bytes.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("..archive..").and(DescribedPredicate.not(resideInAPackage("..archive.bytes.."))));

    @ArchTest
    static final ArchRule comparingTextsKnowsNoShuffle = noClasses()
            .that(resideInAPackage("..dedup.text.."))
            .should()
            .dependOnClassesThat(resideInAPackage("..dedup.shuffle.."));

    @ArchTest
    static final ArchRule whatAReportSaysKnowsNotHowItLooks = noClasses()
            .that(resideInAPackage("..report.data.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.lintas.report", "..report.html..", "..report.chart.."));

    @ArchTest
    static final ArchRule htmlKnowsNothingElse = classes()
            .that(resideInAPackage("..report.html.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("..report.html..", "java.."));

    @ArchTest
    static final ArchRule plainJavaThinks = noClasses()
            .that(resideInAnyPackage(STAGES)
                    .and(resideOutsideOfPackage("..dataset.."))
                    .or(resideInAnyPackage("..text..", "..charset..", "..incident..", "..corpus.check.."))
                    .and(DescribedPredicate.not(partOfATransform())))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.beam.."));

    @ArchTest
    static final ArchRule onlyCommandsSeeOptions = noClasses()
            .that(resideOutsideOfPackages("..cli..", "..flink..", "..storage.."))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PipelineOptions.class);

    @ArchTest
    static final ArchRule oneDoorToDuckDb = noClasses()
            .that(resideOutsideOfPackage("..corpus.sql.."))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DriverManager.class);

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "org.lintas." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> partOfATransform() {
        return DescribedPredicate.describe("part of a transform", any -> {
            JavaClass topLevel = any;
            while (topLevel.getEnclosingClass().isPresent()) {
                topLevel = topLevel.getEnclosingClass().get();
            }
            return topLevel.isAssignableTo(PTransform.class);
        });
    }
}
