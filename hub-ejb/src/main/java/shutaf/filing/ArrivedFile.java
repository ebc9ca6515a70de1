package shutaf.filing;

import shutaf.shared.Fingerprint;

import java.util.OptionalInt;

/**
 * A file that lies in the inbox and was read through once.
 *
 * @param sequence from its header, empty when that could not be read
 * @param sha256 of all its bytes
 * @param name as the partner called it
 * @param bytes its length
 */
public record ArrivedFile(OptionalInt sequence, Fingerprint sha256, String name, long bytes) {}
