package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses who redeems what and where: about one member in eight, once or twice in the last ten
 * weeks, at a partner that gave the member few points or none.
 *
 * <p>Counts by the demo's base rule, 1 point per full shekel of a receipt without gift cards, and
 * takes a return off at its full amount, so a planned redemption never asks for more than a member
 * has.
 */
final class RedemptionPlan {
    private static final int WEEKS = 10;
    private static final long LEAST_POINTS = 40;
    private static final long MOST_POINTS = 2_000;

    private final LocalDate today;
    private final Map<String, DemoMember> byIdentifier = new HashMap<>();
    private final Map<DemoMember, List<Earned>> earned = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private record Earned(DemoPartner partner, LocalDateTime at, long points) {}

    private record Draft(DemoPartner partner, LocalDateTime at, DemoMember member, long points) {}

    RedemptionPlan(LocalDate today, List<DemoMember> members) {
        this.today = today;
        for (DemoMember member : members) {
            byIdentifier.put(member.card(), member);
            byIdentifier.put(member.phone(), member);
            byIdentifier.put(member.email(), member);
            earned.put(member, new ArrayList<>());
        }
    }

    /** Learns a receipt on its moved date; receipts of strangers are passed over. */
    void learn(DemoPartner partner, DemoReceipt receipt) {
        DemoMember member = byIdentifier.get(receipt.identifier());
        if (member != null) {
            earned.get(member).add(new Earned(partner, receipt.at(), points(receipt)));
        }
    }

    /** All redemptions, in order of time. */
    List<DemoRedemption> redemptions() {
        earned.keySet().stream()
                .sorted(Comparator.comparingInt(DemoMember::number))
                .forEach(this::draft);
        drafts.sort(Comparator.comparing(Draft::at)
                .thenComparingInt(draft -> draft.member().number()));
        List<DemoRedemption> redemptions = new ArrayList<>();
        for (Draft draft : drafts) {
            redemptions.add(redemption(draft, redemptions.size() + 1));
        }
        return List.copyOf(redemptions);
    }

    private static long points(DemoReceipt receipt) {
        long agorot = receipt.lines().stream()
                .filter(line -> !line.category().equals("GIFT_CARD"))
                .mapToLong(DemoReceipt.Line::agorot)
                .sum();
        // Rounded up when points go back, down when they come.
        return receipt.kind() == DemoReceipt.Kind.RETURN
                ? -Math.ceilDiv(agorot, 100L)
                : agorot / 100;
    }

    private void draft(DemoMember member) {
        Chance chance = new Chance("redemption", member.number());
        if (!chance.inThousand(125)) {
            return;
        }
        int times = chance.inThousand(400) ? 2 : 1;
        int daysAgo = chance.between(1, 7 * WEEKS);
        long spent = 0;
        for (int i = 0; i < times && daysAgo >= 1; i++) {
            LocalDateTime at = today.minusDays(daysAgo)
                    .atTime(chance.between(9, 20), chance.below(60), chance.below(60));
            Optional<Draft> draft = draft(member, at, spent, chance);
            draft.ifPresent(drafts::add);
            spent += draft.map(Draft::points).orElse(0L);
            daysAgo -= chance.between(5, 30);
        }
    }

    private Optional<Draft> draft(DemoMember member, LocalDateTime at, long spent, Chance chance) {
        EnumMap<DemoPartner, Long> given = new EnumMap<>(DemoPartner.class);
        long available = -spent;
        for (Earned one : earned.get(member)) {
            // A return after this day may still take points back, so it counts already.
            if (one.at().isBefore(at) || one.points() < 0) {
                given.merge(one.partner(), one.points(), Long::sum);
                available += one.points();
            }
        }
        long wished = available * chance.between(60, 100) / 100;
        long points = Math.min(wished, MOST_POINTS) / 20 * 20;
        if (points < LEAST_POINTS) {
            return Optional.empty();
        }
        return Optional.of(new Draft(acceptor(given, chance), at, member, points));
    }

    private static DemoPartner acceptor(EnumMap<DemoPartner, Long> given, Chance chance) {
        DemoPartner giver = DemoPartner.SUPER;
        for (Map.Entry<DemoPartner, Long> entry : given.entrySet()) {
            if (entry.getValue() > given.getOrDefault(giver, 0L)) {
                giver = entry.getKey();
            }
        }
        if (giver != DemoPartner.CAFE && chance.inThousand(500)) {
            return DemoPartner.CAFE;
        }
        List<DemoPartner> others = new ArrayList<>(List.of(DemoPartner.values()));
        others.remove(giver);
        return chance.oneOf(others);
    }

    private static DemoRedemption redemption(Draft draft, int ordinal) {
        Chance chance = new Chance("redemption's end", ordinal);
        DemoReceipt.Key key = new DemoReceipt.Key(
                DemoOutlet.COMMON,
                "1",
                draft.at().toLocalDate(),
                "P" + CardNumber.padded(ordinal, 6));
        DemoRedemption.Then then = then(chance.below(20));
        long captured = switch (then) {
            case CAPTURED, REVERSED -> draft.points();
            case CAPTURED_IN_PART -> draft.points() / 40 * 20;
            case VOIDED -> 0;
        };
        return new DemoRedemption(
                draft.partner(),
                key,
                DemoReceipt.inProgrammeZone(draft.at()),
                draft.member(),
                draft.points(),
                then,
                captured);
    }

    private static DemoRedemption.Then then(int ofTwenty) {
        return switch (ofTwenty) {
            case 0 -> DemoRedemption.Then.CAPTURED_IN_PART;
            case 1 -> DemoRedemption.Then.VOIDED;
            case 2 -> DemoRedemption.Then.REVERSED;
            default -> DemoRedemption.Then.CAPTURED;
        };
    }
}
