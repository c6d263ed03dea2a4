package io.agizo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulithTests {

    /** Compiled from the templates of every module: each page belongs to its module, though their code lies together. */
    private static final DescribedPredicate<JavaClass> TEMPLATES = resideInAPackage("io.agizo.templates..");

    @Test
    void everyModuleKeepsToTheModulesItMayKnow() {
        ApplicationModules.of(Agizo.class, TEMPLATES).verify();
    }
}
