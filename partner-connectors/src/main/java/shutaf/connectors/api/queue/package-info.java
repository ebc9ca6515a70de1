/**
 * The API's purchases by message queue, for partners whose system sends messages. A message is the
 * JSON of {@code POST /purchases} as text or UTF-8 bytes. A partner's system sends it to its own
 * queue {@code partner.purchases.CODE}, with a login that may do nothing else; the broker passes it
 * on to {@code partner.purchases}, from where all are taken in.
 *
 * <p>Nothing is answered: what cannot be taken in waits among the dead letters with its reason
 * until it is replayed.
 */
package shutaf.connectors.api.queue;
