package io.agizo;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.ONLY_INCLUDE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.FailureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HouseRulesTests {

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("io.agizo");

    /** One example of each thing that is not done here, to see that each rule can fail. */
    private static final JavaClasses BAD_HOUSE = new ClassFileImporter().importPackages("badhouse");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TESTS_DO_NOT_SLEEP")
    void isKeptInTheHouse(HouseRules rule) {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheBadExample(HouseRules rule) {
        FailureReport report = rule.rule().evaluate(BAD_HOUSE).getFailureReport();

        assertThat(report.getDetails()).hasSize(1);
    }

    @Test
    void testsDoNotSleep() {
        HouseRules.TESTS_DO_NOT_SLEEP
                .rule()
                .check(new ClassFileImporter()
                        .withImportOption(ONLY_INCLUDE_TESTS)
                        .importPackages("io.agizo"));
    }
}
