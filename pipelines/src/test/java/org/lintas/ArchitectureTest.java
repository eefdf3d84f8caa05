package org.lintas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;

/** The plan of the house. */
@AnalyzeClasses(packages = "org.lintas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] GROUND = {
        "org.lintas.schemas",
        "org.lintas.element",
        "org.lintas.rejects",
        "org.lintas.text",
        "org.lintas.progress",
        "org.lintas.storage"
    };

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.lintas.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesKnowOnlyTheGround = slices().matching(
                    "org.lintas.(archive|extract|care|language|dedup|topic|place|figure|dataset)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule whatReadersAreMadeOfKnowsNoReaders = noClasses()
            .that(resideInAnyPackage("..archive.bytes..", "..archive.table..", "..archive.container.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lintas.archive"));

    @ArchTest
    static final ArchRule bytesAreTheGroundOfArchives = noClasses()
            .that(resideInAPackage("..archive.bytes.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("..archive.table..", "..archive.container.."));

    @ArchTest
    static final ArchRule stagesDoNotKnowMainsOrRuns = noClasses()
            .that(resideInAnyPackage(
                    "..archive..",
                    "..extract..",
                    "..care..",
                    "..language..",
                    "..dedup..",
                    "..topic..",
                    "..place..",
                    "..figure..",
                    "..dataset..",
                    "..quality.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.lintas", "..run..", "..evaluation.."));

    @ArchTest
    static final ArchRule theGroundKnowsNoStage = classes()
            .that(resideInAnyPackage(GROUND))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(GROUND).or(resideOutsideOfPackage("org.lintas..")));

    @ArchTest
    static final ArchRule schemasKnowNoBeam = noClasses()
            .that(resideInAPackage("org.lintas.schemas"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.beam.."));

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
            .that(resideInAnyPackage(
                            "..archive..",
                            "..extract..",
                            "..care..",
                            "..quality..",
                            "..language..",
                            "..dedup..",
                            "..topic..",
                            "..place..",
                            "..figure..",
                            "..text..")
                    .and(DescribedPredicate.not(partOfATransform())))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.beam.."));

    @ArchTest
    static final ArchRule onlyMainsSeeOptions = noClasses()
            .that(resideOutsideOfPackage("org.lintas"))
            .and()
            .haveSimpleNameNotStartingWith("Flink")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PipelineOptions.class);

    @ArchTest
    static final ArchRule oneDoorToDuckDb = noClasses()
            .that(resideOutsideOfPackage("..duckdb.."))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DriverManager.class);

    @ArchTest
    static final ArchRule theDoorToDuckDbKnowsOnlyStorage = noClasses()
            .that(resideInAPackage("org.lintas.duckdb"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lintas..")
                    .and(DescribedPredicate.not(resideInAnyPackage("org.lintas.duckdb", "org.lintas.storage"))));

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
