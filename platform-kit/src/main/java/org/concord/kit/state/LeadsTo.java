package org.concord.kit.state;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The states that a move may lead to, where its return type says only that it is one of them. A move whose return type is
 * one state needs no annotation.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LeadsTo {

    /** Every state that the move may return. */
    Class<?>[] value();
}
