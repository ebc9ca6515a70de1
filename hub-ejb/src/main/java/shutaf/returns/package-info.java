/**
 * Goods come back: points come back with them, never more than were earned and never fewer than can
 * be had.
 */
package shutaf.returns;
