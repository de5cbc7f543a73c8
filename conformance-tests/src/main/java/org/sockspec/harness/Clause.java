package org.sockspec.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the method that tests a clause; it runs once for each domain and type of the clause.
 *
 * <p>Where clauses differ by data only, one method serves several: it has a parameter that is an enum (or a record
 * from a table), and {@link #rows()} names the constant field of the class that maps clause ids to its values.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ClauseExtension.class)
public @interface Clause {
    /** Ids from the catalogue. */
    String[] value() default {};

    /** Name of a static field of type {@link Table}, instead of ids. */
    String rows() default "";
}
