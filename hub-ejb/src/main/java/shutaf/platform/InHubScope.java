package shutaf.platform;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs in a transaction that sees every partner's rows: the ledger, which moves points
 * of all issuers, and the operator's own pages. Whoever calls it has already been allowed to by
 * role.
 */
@Committed
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InHubScope {
    /**
     * The method posts: it repeats the same short statements all day, so the database keeps its
     * plans for them. Else it plans anew for what is asked, as searches and reports need it.
     */
    @Nonbinding
    boolean posts() default false;
}
