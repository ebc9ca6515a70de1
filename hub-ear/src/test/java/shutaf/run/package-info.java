/**
 * The run command: starts the hub and what it stands on, and the same whole for tests.
 *
 * <p>Before everything else: {@link shutaf.run.Shutaf} is what {@code mvn -Prun} calls. It starts a
 * real PostgreSQL, a real Keycloak and WildFly with the EAR, each as a process of its own, and
 * keeps what they store in one folder. {@link shutaf.run.RunningHub} starts the very same for the
 * integration tests, on other ports and in another folder. Nothing of this is inside the product.
 */
package shutaf.run;
