package org.camelforce.salesforcecc.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** The rules that hold in more than one module. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** @return no package depends on another one that depends on it, directly or by others */
    public static ArchRule packagesHaveNoCycles() {
        return slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();
    }

    /**
     * @return no class depends on another one that depends on it, directly or by others; a nested class counts as the
     *     one that it is in
     */
    public static SliceRule classesHaveNoCycles() {
        return slices().assignedFrom(new ByClass()).should().beFreeOfCycles();
    }

    /** @return each package says that its references are not null unless marked */
    public static ArchRule packagesAreNullMarked() {
        return classes()
                .should(ArchCondition.from(describe(
                        "reside in a package with @NullMarked",
                        javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));
    }

    /** @return no signature of a public type outside of {@code internal} has a type from {@code internal} */
    public static ArchRule signaturesNameNoInternalType() {
        return noCodeUnits()
                .that(describe("belong to the API", Api::has))
                .should(ArchCondition.from(describe("name an internal type", (JavaCodeUnit unit) -> Stream.concat(
                                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .anyMatch(type -> Api.isInternal(type.getPackageName())))));
    }

    /** @return time and chance come from outside, so that a test can set them */
    public static ArchRule timeAndChanceAreInjected() {
        return noClasses()
                .should()
                .accessTargetWhere(member(Instant.class, "now"))
                .orShould()
                .accessTargetWhere(member(Clock.class, "system.*"))
                .orShould()
                .accessTargetWhere(member(Date.class, "<init>"))
                .orShould()
                .accessTargetWhere(member(System.class, "currentTimeMillis"))
                .orShould()
                .accessTargetWhere(member(Math.class, "random"))
                .orShould()
                .accessTargetWhere(member(Random.class, "<init>"))
                .orShould()
                .accessTargetWhere(member(ThreadLocalRandom.class, "current"))
                .because("a test must be able to set time and chance");
    }

    /**
     * @param owner where the machine's own clock and chance are chosen
     * @return no other class chooses them
     */
    public static ArchRule ownClockAndChanceAreChosenIn(Class<?> owner) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(owner.getName())
                .should()
                .accessTargetWhere(member(InstantSource.class, "system"))
                .orShould()
                .accessTargetWhere(member(System.class, "nanoTime"))
                .orShould()
                .accessTargetWhere(member(SecureRandom.class, ".*"))
                .because(owner.getSimpleName() + " is the one place where they are chosen");
    }

    /**
     * @param exempt classes that may
     * @return no class sleeps
     */
    public static ArchRule nothingSleeps(Class<?>... exempt) {
        return noClasses()
                .that(DescribedPredicate.not(belongToAnyOf(exempt)))
                .should()
                .accessTargetWhere(member(Thread.class, "sleep"))
                .orShould()
                .accessTargetWhere(member(TimeUnit.class, "sleep"));
    }

    /**
     * @param exempt classes that may
     * @return no class prints to the process's own streams
     */
    public static ArchRule nothingPrints(Class<?>... exempt) {
        return noClasses()
                .that(DescribedPredicate.not(belongToAnyOf(exempt)))
                .should()
                .accessTargetWhere(member(System.class, "out|err"));
    }

    /** @return loggers are private constants */
    public static ArchRule loggersArePrivateConstants() {
        return fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true);
    }

    /**
     * @param owner a class
     * @param name pattern of the names of its members
     * @return an access of such a member
     */
    public static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(nameMatching(name))).as("%s.%s", owner.getSimpleName(), name);
    }

    /**
     * @param name full name of a class that is not nested
     * @return the class and those nested in it
     */
    public static DescribedPredicate<JavaClass> partOf(String name) {
        return describe(name, javaClass -> outermost(javaClass).getName().equals(name));
    }

    /**
     * @param javaClass a class
     * @return the class that it is nested in, over all levels; itself if it is not nested
     */
    public static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(ArchitectureRules::outermost).orElse(javaClass);
    }

    private static final class ByClass implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(outermost(javaClass).getName());
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
