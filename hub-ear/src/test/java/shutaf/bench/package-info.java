/**
 * The benchmark, {@code mvn -Pbench}: ratios of what the hub does to what its own database server
 * could do, measured in interleaved rounds so that a noisy machine spoils both sides alike.
 */
package shutaf.bench;
