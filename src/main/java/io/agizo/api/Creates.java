package io.agizo.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's documentation what an operation that returns an {@link Answer} answers with 201. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Creates {

    /** What is created, as it is shown. */
    Class<?> value();

    /** What has happened then. */
    String description();

    /** One of them in JSON; it serves wherever else such a thing is shown. */
    String example();
}
