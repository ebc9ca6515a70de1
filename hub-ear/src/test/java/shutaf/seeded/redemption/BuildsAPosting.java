package shutaf.seeded.redemption;

import shutaf.seeded.ledger.Posting;
import shutaf.seeded.member.Name;

/** A desk that writes into the books by itself. */
public final class BuildsAPosting {
    private BuildsAPosting() {}

    /** A posting that the ledger has never seen. */
    public static Posting of(long points, Name member) {
        return new Posting(points, member);
    }
}
