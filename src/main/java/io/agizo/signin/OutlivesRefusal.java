package io.agizo.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks the statements that count a try or use something up. They are committed by themselves, whatever becomes of the
 * request, and refuse to run within a transaction, in which a refusal would undo them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(propagation = Propagation.NEVER)
@interface OutlivesRefusal {}
