package io.agizo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The habits of this house that a machine can watch over. */
enum HouseRules {
    NAMES_SAY_WHAT_A_CLASS_IS(noClasses()
            .should()
            .haveNameMatching(".*(Impl|Helper|Utils?|Manager|Facade|Populator)")
            .because("such names say nothing about what the class is for")),

    TIME_COMES_FROM_A_CLOCK(noClasses()
            .should()
            .callMethodWhere(describe("reads the time of the machine", HouseRules::readsTheTime))
            .orShould()
            .callConstructor(Date.class)
            .because("a test must be able to set the time")),

    NO_FLOATING_POINT(
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage("io.agizo.branding")
                    .should()
                    .haveRawType(describe("floating point", HouseRules::floatingPoint))
                    .because(
                            "neither money nor stock can be counted in fractions of two; what is reckoned in branding is colours")),

    SQL_STAYS_IN_STORES(noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackage("io.agizo.queries")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..")
                    .or(describe(
                            "a statement",
                            type -> type.getPackageName().equals("java.sql")
                                    && Set.of("Connection", "Statement", "PreparedStatement", "ResultSet")
                                            .contains(type.getSimpleName()))))
            .because("a reader looks for the SQL of a module in its stores")),

    STORES_ARE_NOBODY_ELSES(classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .bePackagePrivate()
            .because("permissions are checked in the use cases, and SQL must not be reached around them")),

    DOORS_ARE_NOT_LEANT_ON(classes()
            .that()
            .resideInAnyPackage("..storefront..", "..office..", "io.agizo.*.pages..", "..platform..")
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage(
                    "..storefront..", "..office..", "io.agizo.*.pages..", "io.agizo.templates..", "..platform.."))
            .because("pages and the process can be exchanged only if nothing needs them")),

    SHARED_VALUES_KNOW_NO_FRAMEWORK(noClasses()
            .that()
            .resideInAPackage("..shared..")
            .and(not(simpleName("package-info")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
            .because("what every module speaks in must be as plain as numbers and words")),

    CONTROLLERS_LIVE_IN_WEB(classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAnyPackage("..web..", "..pages..", "..docs..")
            .because("the doors of a module are found in one place")),

    PASSWORDS_ARE_FOR_THE_SIGN_IN(noClasses()
            .that()
            .resideOutsideOfPackages("..signin..", "..accounts")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("PasswordHashes")
            .because("only those who let people in need to know a password, and only by its hash")),

    NEEDS_ARE_SAID_IN_CONSTRUCTORS(members()
            .that(not(describe("constructors", JavaConstructor.class::isInstance)))
            .should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .because("an object is whole once it is constructed")),

    REFUSALS_UNDO_NO_COUNT(methods()
            .that(describe("run in a transaction", StandsAlone::isInTransaction))
            .should(new StandsAlone())
            .because("a refusal undoes all that its transaction wrote, so what counts tries is written by itself")),

    OPERATIONS_KNOW_NO_READER(methods()
            .that()
            .areMetaAnnotatedWith(SchemaMapping.class)
            .should()
            .notHaveRawParameterTypes(describe(
                    "a locale", types -> types.stream().anyMatch(type -> type.isEquivalentTo(Locale.class))))
            .because("GraphQL runs in English, as its errors are; the request says what its reader reads")),

    TESTS_DO_NOT_SLEEP(noClasses()
            .should()
            .callMethodWhere(
                    describe("sleeps", call -> call.getTarget().getName().equals("sleep")))
            .because("waiting for a fact ends with the fact; sleeping ends too early or too late"));

    private final ArchRule rule;

    HouseRules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean now = target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || target.getFullName().equals("java.lang.System.currentTimeMillis()");
    }

    private static boolean floatingPoint(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }
}
