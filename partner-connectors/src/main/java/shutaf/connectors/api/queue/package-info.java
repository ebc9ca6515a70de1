/**
 * The API's purchases by message queue, for partners whose system sends messages. The queue is
 * {@code partner.purchases}; a message is the JSON of {@code POST /purchases} as text or UTF-8
 * bytes, with the partner's code in the property {@code partner}.
 *
 * <p>There is no token here: whoever may send to the queue may send for every partner, so the
 * broker must let only the operator's own bridges do so. Nothing is answered: what cannot be taken
 * in waits among the dead letters with its reason until it is replayed.
 */
package shutaf.connectors.api.queue;
