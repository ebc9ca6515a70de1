package shutaf.connectors.api.contract;

import shutaf.member.Enrolment;
import shutaf.member.IdentifierScheme;
import shutaf.member.MemberRef;
import shutaf.purchase.ReceiptKey;
import shutaf.redemption.HoldRequest;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what is sent about members into the core's own: identifiers, enrolments, holds. */
public final class MemberReading {
    private static final int MOST_IDENTIFIERS = 10;
    private static final int MOST_CONSENTS = 50;
    private static final int MOST_NAME = 100;
    private static final int MOST_WORD = 64;
    private static final Set<String> LANGUAGES = Set.of("he", "en");

    private MemberReading() {}

    /** Reads what a till read. */
    public static Reading<MemberRef> lookup(SentMember sent) {
        Findings found = new Findings();
        Optional<MemberRef> ref = found.member("member", sent);
        return found.reading(ref::orElseThrow);
    }

    /** Reads an enrolment. */
    public static Reading<Enrolment> enrolment(SentEnrolment sent) {
        Findings found = new Findings();
        List<MemberRef> identifiers = identifiers(sent.identifiers(), found);
        String first = "";
        String last = "";
        if (sent.name() == null) {
            found.add("name", "is missing");
        } else {
            first = found.text("name.first", sent.name().first(), MOST_NAME);
            last = found.text("name.last", sent.name().last(), MOST_NAME);
        }
        String language = sent.language() == null ? "he" : sent.language();
        if (!LANGUAGES.contains(language)) {
            found.add("language", "must be he or en");
        }
        List<Enrolment.ConsentGiven> consents = consents(sent.consents(), found);
        Enrolment enrolment = new Enrolment(identifiers, first, last, language, consents);
        return found.reading(() -> enrolment);
    }

    private static List<MemberRef> identifiers(List<SentMember> sent, Findings found) {
        List<SentMember> all = found.list("identifiers", sent);
        if (all.isEmpty() || all.size() > MOST_IDENTIFIERS) {
            found.add("identifiers", "give 1 to " + MOST_IDENTIFIERS + " identifiers");
            return List.of();
        }
        List<MemberRef> identifiers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String at = "identifiers[" + i + "]";
            Optional<MemberRef> ref = found.member(at, all.get(i));
            if (ref.filter(r -> r.scheme() == IdentifierScheme.QR).isPresent()) {
                found.add(
                        at + ".scheme", "a QR token lives two minutes; give a lasting identifier");
            }
            ref.ifPresent(identifiers::add);
        }
        return identifiers;
    }

    private static List<Enrolment.ConsentGiven> consents(
            List<SentEnrolment.Consent> sent, Findings found) {
        List<SentEnrolment.Consent> all = found.list("consents", sent);
        if (all.size() > MOST_CONSENTS) {
            found.add("consents", "give up to " + MOST_CONSENTS + " consents");
            return List.of();
        }
        List<Enrolment.ConsentGiven> consents = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String at = "consents[" + i + "].";
            SentEnrolment.Consent c = all.get(i);
            if (c.granted() == null) {
                found.add(at + "granted", "is missing");
            }
            consents.add(new Enrolment.ConsentGiven(
                    found.text(at + "purpose", c.purpose(), MOST_WORD),
                    found.text(at + "channel", c.channel(), MOST_WORD),
                    Boolean.TRUE.equals(c.granted()),
                    found.text(at + "wording", c.wording(), MOST_WORD)));
        }
        return consents;
    }

    /**
     * Reads a hold.
     *
     * @param actor who asks, for the books
     */
    public static Reading<HoldRequest> hold(SentHold sent, PartnerId partner, String actor) {
        Findings found = new Findings();
        ReceiptKey receipt = found.receipt("receipt", sent.receipt());
        Instant happenedAt = found.time("happenedAt", sent.happenedAt());
        Optional<MemberRef> member = found.member("member", sent.member());
        if (sent.member() == null) {
            found.add("member", "is missing");
        }
        if (sent.points() == null) {
            found.add("points", "is missing");
        }
        return found.reading(() -> new HoldRequest(
                partner, receipt, happenedAt, member.orElseThrow(), sent.points(), actor));
    }

    /** Reads the reason of a reversal. */
    public static Reading<String> reason(SentReversal sent) {
        Findings found = new Findings();
        String reason = found.text("reason", sent.reason(), 100);
        return found.reading(() -> reason);
    }
}
