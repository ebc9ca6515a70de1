/**
 * What partners send and what they are answered, word for word; the published OpenAPI document is
 * made of these records.
 *
 * <p>Sent records become the core's own (a {@code Purchase}, a {@code GoodsReturn}) by the readings
 * beside them, which gather everything that is wrong instead of stopping at the first field.
 */
package shutaf.connectors.api.contract;
