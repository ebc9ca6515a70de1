/**
 * Purchase files of partners that have no format of their own: out of the drop folder or from the
 * partner's SFTP server, checked as a whole, posted receipt by receipt, answered with a handback
 * and rejects.
 *
 * <p>The way of a file: {@link shutaf.connectors.batch.PurchaseFileRoute} to
 * {@link shutaf.connectors.batch.PurchaseFileDesk}, there through {@code FileCheck} (first pass: is
 * it whole and ours?) and {@code FilePosting} (second pass: what became of each receipt?) into
 * {@code Answer}.
 */
package shutaf.connectors.batch;
