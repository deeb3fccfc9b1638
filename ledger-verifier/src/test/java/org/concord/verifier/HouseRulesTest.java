package org.concord.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
                    "java..", "com.sun.net.httpserver", "org.concord.verifier..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule noFloatingPointNearMoney = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("double")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("float");

    @ArchTest
    static final ArchRule nothingReadsAClock = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
