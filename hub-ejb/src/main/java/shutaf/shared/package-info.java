/**
 * Values that every step of the way uses: money, keys, days, reasons. Nothing here knows a database
 * or a container.
 */
package shutaf.shared;
