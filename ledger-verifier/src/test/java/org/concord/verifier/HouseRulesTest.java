package org.concord.verifier;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "org.concord.verifier", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /**
     * Annotations for the compiler's null checks are read by the compiler alone; the web server of a witness is the
     * JDK's own (module jdk.httpserver).
     */
    @ArchTest
    static final ArchRule theVerifierDependsOnTheJdkAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "com.sun.net.httpserver",
                    "org.concord.verifier..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule noFloatingPointNearMoney = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("double")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("float");

    /** Only the command line, where a person is, looks at a clock; everything else is told the time. */
    @ArchTest
    static final ArchRule nothingReadsAClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.concord.verifier.cli..")
            .should()
            .callMethodWhere(target(name("now").or(name("currentTimeMillis"))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
