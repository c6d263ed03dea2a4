package io.agizo.notifications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** For what is there only when texts leave the shop in this way. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnGateway.Chosen.class)
public @interface ConditionalOnGateway {

    GatewayChoice value();

    /** Compares the annotation with the settings. */
    final class Chosen implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return metadata.getAnnotations()
                    .get(ConditionalOnGateway.class)
                    .getEnum("value", GatewayChoice.class)
                    .equals(GatewayChoice.of(context.getEnvironment()));
        }
    }
}
