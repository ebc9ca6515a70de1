/**
 * The partner API: {@code /partners/api/v1}. Reads a message, hands it to the core's door, turns
 * the outcome into an answer; decides nothing itself.
 */
package shutaf.connectors.api;
