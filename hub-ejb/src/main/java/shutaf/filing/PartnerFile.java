package shutaf.filing;

import shutaf.shared.Fingerprint;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One purchase file of a partner as the hub remembers it.
 *
 * @param id number of the row
 * @param sequence its place in the partner's sequence, empty when its header could not be read
 * @param sha256 of all its bytes
 * @param name as the partner called it
 * @param bytes its length
 * @param status what became of it
 * @param code why it was rejected, empty when it was not
 * @param reason the same in words
 * @param takenAt when the hub first took it up
 * @param finishedAt when it was done or rejected
 * @param progress how far it is posted
 */
public record PartnerFile(
        long id,
        OptionalInt sequence,
        Fingerprint sha256,
        String name,
        long bytes,
        Status status,
        String code,
        String reason,
        Instant takenAt,
        Optional<Instant> finishedAt,
        FileProgress progress) {
    /** What became of a file. */
    public enum Status {
        /** Its receipts are being posted. */
        POSTING,
        /** All its receipts have their outcome. */
        DONE,
        /** A test file that was checked; nothing was posted. */
        TESTED,
        /** Rejected as a whole; it takes no place in the sequence. */
        REJECTED
    }
}
