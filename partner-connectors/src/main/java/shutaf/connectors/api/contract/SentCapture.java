package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a hold is spent.
 *
 * @param points fewer than were held; all of them when absent
 */
@Schema(name = "Capture")
public record SentCapture(@Schema(minimum = "1") Long points) {}
