package org.concord.compact;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.concord.testkit.HouseRules;

@AnalyzeClasses(packages = "org.concord.compact", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(HouseRules.class);

    /** A feature of several packages tells its stories in order: one leans on another, never both on each other. */
    @ArchTest
    static final ArchRule storiesOfAFeatureFormNoCycles =
            slices().matching("org.concord.compact.(**)").should().beFreeOfCycles();
}
