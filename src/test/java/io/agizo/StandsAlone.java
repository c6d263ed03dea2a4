package io.agizo;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the ways from a transaction to what must never run in one, and transactions that are committed in spite of a refusal.
 * Calls through interfaces are not followed; there the refusal to run in a transaction is met when a test comes by.
 */
final class StandsAlone extends ArchCondition<JavaMethod> {

    StandsAlone() {
        super("reach nothing that must never run in one, and be rolled back by every refusal");
    }

    static boolean isInTransaction(JavaMethod method) {
        return transaction(method)
                .filter(rule -> rule.propagation() != Propagation.NEVER)
                .isPresent();
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (transaction(method).filter(rule -> rule.noRollbackFor().length > 0).isPresent()) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " commits what it refused"));
        }
        reached(method)
                .filter(StandsAlone::mustStandAlone)
                .map(alone -> method.getFullName() + " reaches " + alone.getFullName())
                .forEach(way -> events.add(SimpleConditionEvent.violated(method, way)));
    }

    private static boolean mustStandAlone(JavaMethod method) {
        return transaction(method)
                .filter(rule -> rule.propagation() == Propagation.NEVER)
                .isPresent();
    }

    private static Stream<JavaMethod> reached(JavaMethod start) {
        Set<JavaMethod> seen = new HashSet<>();
        Deque<JavaMethod> next = new ArrayDeque<>(Set.of(start));
        while (!next.isEmpty()) {
            next.pop().getMethodCallsFromSelf().stream()
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(seen::add)
                    .forEach(next::push);
        }
        return seen.stream();
    }

    private static Optional<Transactional> transaction(JavaMethod method) {
        Transactional own = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), Transactional.class);
        Transactional rule = own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getOwner().reflect(), Transactional.class)
                : own;
        return Optional.ofNullable(rule);
    }
}
