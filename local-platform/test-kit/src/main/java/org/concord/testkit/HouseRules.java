package org.concord.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * The architecture that every module keeps, as rules that its {@code HouseRulesTest} includes:
 *
 * <pre>
 * &#64;AnalyzeClasses(packages = "org.concord.compact", importOptions = ImportOption.DoNotIncludeTests.class)
 * class HouseRulesTest {
 *     &#64;ArchTest static final ArchTests rules = ArchTests.in(HouseRules.class);
 * }
 * </pre>
 *
 * <p>A rule that finds nothing to look at in a module holds there.
 */
public final class HouseRules {

    private HouseRules() {}

    /** What changes together sits in one package; features that need each other in a circle are one feature. */
    @ArchTest
    public static final ArchRule featuresFormNoCycles =
            slices().matching("org.concord.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** HTTP stays at the door; the kit's filters and mappers are the door's frame. */
    @ArchTest
    public static final ArchRule onlyResourcesKnowHttp = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and(resideOutsideOfPackages("org.concord.kit..", "org.concord.gateway..", "org.concord.testkit.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .allowEmptyShould(true);

    /** A record is a value, a command, a view or an event; what persists has identity and is a class. */
    @ArchTest
    public static final ArchRule recordsKnowNoPersistence = noClasses()
            .that()
            .areRecords()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
            .allowEmptyShould(true);

    /** Time and chance are guests: they come through the constructor. */
    @ArchTest
    public static final ArchRule timeAndChanceAreInjected = noClasses()
            .that(resideOutsideOfPackage("org.concord.kit.time.."))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    /** What a class needs is said in its constructor. */
    @ArchTest
    public static final ArchRule noFieldInjection =
            noFields().should().beAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);

    /** Money and goods are whole numbers. */
    @ArchTest
    public static final ArchRule noFractionsNearTheLedger = classes()
            .that(resideInAPackage("org.concord.ledger..").or(resideInAPackage("org.concord.verifier..")))
            .should(useNoFloatingPoint())
            .allowEmptyShould(true);

    /** The kit leans on no service. */
    @ArchTest
    public static final ArchRule theKitDependsOnNoService = noClasses()
            .that()
            .resideInAPackage("org.concord.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.concord.compact..", "org.concord.member..", "org.concord.ledger..", "org.concord.gateway..")
            .allowEmptyShould(true);

    /** Services meet over Kafka and the gateway, never in code. */
    @ArchTest
    public static final ArchRule servicesDependOnNoOtherService = slices().matching(
                    "org.concord.(compact|member|ledger|gateway)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    /** An auditor reads the verifier in an afternoon: it leans on the JDK alone. */
    @ArchTest
    public static final ArchRule theVerifierDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("org.concord.verifier..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.concord.verifier..", "org.jspecify.annotations..")
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> useNoFloatingPoint() {
        return new ArchCondition<>("use no float or double") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (isFloating(field.getRawType())) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is a fraction"));
                    }
                }
                for (JavaMethod method : type.getMethods()) {
                    if (isFloating(method.getRawReturnType())
                            || method.getRawParameterTypes().stream().anyMatch(HouseRules::isFloating)) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " takes or gives a fraction"));
                    }
                }
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isEquivalentTo(float.class)
                || base.isEquivalentTo(double.class)
                || base.isEquivalentTo(Float.class)
                || base.isEquivalentTo(Double.class);
    }
}
