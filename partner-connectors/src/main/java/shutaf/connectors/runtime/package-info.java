/**
 * Starts and stops what all partner packages share: the one Camel context and its settings.
 *
 * <p>Before every partner's own package; knows none of them by name.
 */
package shutaf.connectors.runtime;
