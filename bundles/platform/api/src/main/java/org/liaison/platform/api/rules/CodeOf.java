package org.liaison.platform.api.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The code list a text, or each text of a list, is a code of: answers carry the label beside it, see {@link Labels}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface CodeOf {
    /** The divisions of GB/T 2260, which are a list of their own. */
    String DIVISION = "division";

    /** Name of the list, e.g. {@code host-city}. */
    String value();
}
