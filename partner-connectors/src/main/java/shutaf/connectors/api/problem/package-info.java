/**
 * What a partner reads when something is refused: RFC 9457 documents, and one table of statuses.
 */
package shutaf.connectors.api.problem;
