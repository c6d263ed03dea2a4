package io.agizo.api;

import io.agizo.identity.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permissions that an operation over REST needs: nobody else is let in to it, and the API's documentation names them.
 * The use case checks them as well, for all its doors.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    Permission[] value();

    /** Whether one of them is enough; whoever has none is told the first. */
    boolean oneOf() default false;
}
