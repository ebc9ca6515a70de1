package shutaf.container;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test is deployed and runs in the server.
 *
 * <p>These tests come last of all: their server starts with the first of them and stops when the
 * last test of the run has ended, so it does not stand idle beside the others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArquillianExtension.class)
@Order(Integer.MAX_VALUE)
@interface InsideTheServer {}
