/**
 * The core inside the server it is made for: transactions, connections and timers, which no test
 * outside can see. All classes here go into the archive that is deployed.
 *
 * <p>Arquillian starts a WildFly with the run command's configuration, but with a pool of one
 * connection ({@code container.cli}): every transaction then gets the connection that the one
 * before it has just given back, with whatever was left on it.
 */
package shutaf.container;
