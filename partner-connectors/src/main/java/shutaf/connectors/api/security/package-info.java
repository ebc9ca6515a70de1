/**
 * Who calls the partner API. A token says which client it is; our own rows say which partner that
 * is.
 *
 * <p>Before every endpoint: nothing below {@code /api} is reached without passing here.
 */
package shutaf.connectors.api.security;
