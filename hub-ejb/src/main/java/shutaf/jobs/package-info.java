/**
 * What the hub does by itself, by the clock: each job works in small chunks and can be repeated or
 * killed.
 */
package shutaf.jobs;
