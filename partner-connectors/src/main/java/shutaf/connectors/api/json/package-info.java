/** JSON as partners send and get it: strict about types and limits, exact about amounts. */
package shutaf.connectors.api.json;
