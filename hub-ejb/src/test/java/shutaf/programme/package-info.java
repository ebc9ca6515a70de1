/**
 * The hub's core on a real PostgreSQL, without a container, driven in the words of the business: so
 * that a promise is a sentence and a thousand random days take seconds.
 */
package shutaf.programme;
