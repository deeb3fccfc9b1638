package org.concord.compact.paymentbalance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.concord", importOptions = ImportOption.DoNotIncludeTests.class)
class AnalyticsOnlyTest {

    @ArchTest
    static final ArchRule nothingElseComputesWithTheBalanceOfPayments = noClasses()
            .that()
            .resideOutsideOfPackage("org.concord.compact.paymentbalance..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.concord.compact.paymentbalance..");
}
