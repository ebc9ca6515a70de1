/**
 * {@code mvn -Pbench-models}: what the fits and a long paper cost, held against the goals. The
 * benchmarks stand beside what they measure; here is what runs and judges them.
 */
package shutaf.reports.bench;
