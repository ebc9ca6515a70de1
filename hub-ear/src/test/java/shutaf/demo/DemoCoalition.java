package shutaf.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The demo coalition as of one day: members, outlets, purchase files and redemptions.
 *
 * <p>A pure function of the packed data and of the day. Load it in this order: outlets, members,
 * the files of every partner by ascending sequence, redemptions in their order.
 *
 * <p>Needs about 100 MB of memory while it lives; let it go when everything is written.
 */
public final class DemoCoalition {
    private final LocalDate today;
    private final DemoMembers members = new DemoMembers();
    private final Map<DemoPartner, List<DemoReceipt>> unmoved = new EnumMap<>(DemoPartner.class);
    private final Map<DemoPartner, WeekShift> shifts = new EnumMap<>(DemoPartner.class);

    private DemoCoalition(LocalDate today) {
        this.today = today;
        unmoved.put(DemoPartner.SUPER, withReturns(SuperHistory.of(members), "SUPER", 3));
        unmoved.put(
                DemoPartner.MUSIC,
                withReturns(MusicHistory.of(k -> members.number(k).card()), "MUSIC", 8));
        unmoved.put(DemoPartner.FUEL, FuelHistory.of(members));
        unmoved.put(DemoPartner.CAFE, CafeHistory.of(members));
        unmoved.put(DemoPartner.HOTEL, HotelHistory.of(members));
        unmoved.forEach((partner, receipts) -> shifts.put(
                partner, WeekShift.endingLastWeek(receipts.getLast().at().toLocalDate(), today)));
    }

    /**
     * The coalition whose partners' histories all end in the seven days before {@code today}.
     *
     * @param today the current day in Asia/Jerusalem
     */
    public static DemoCoalition endingBefore(LocalDate today) {
        return new DemoCoalition(today);
    }

    /** All members; member n stands at index n - 1. */
    public List<DemoMember> members() {
        return members.inOrder();
    }

    /** All outlets of all partners. */
    public List<DemoOutlet> outlets() {
        return DemoOutlet.all();
    }

    /** A partner's receipts on their moved dates in order of time, without the broken ones. */
    public List<DemoReceipt> receipts(DemoPartner partner) {
        WeekShift shift = shiftOf(partner);
        return unmovedOf(partner).stream()
                .map(receipt -> receipt.movedBy(shift))
                .toList();
    }

    /** The receipts that the hub must reject, with the code it must give; only SUPER has some. */
    public List<BrokenReceipt> brokenReceipts(DemoPartner partner) {
        if (partner != DemoPartner.SUPER) {
            return List.of();
        }
        DemoReceipt last = unmovedOf(partner).getLast().movedBy(shiftOf(partner));
        return BrokenReceipt.at(
                last.key().outlet(),
                last.key().businessDate(),
                last.happenedAt().getOffset().getId(),
                members.number(1).card());
    }

    /** How many files a partner has; the same on every day. */
    public int fileCount(DemoPartner partner) {
        return files(partner).count();
    }

    /**
     * Writes a partner's files into a folder, sequence 1 first; existing files of the same names
     * are replaced.
     *
     * @return the files in the order in which they must be taken
     */
    public List<Path> writeFiles(DemoPartner partner, Path folder) {
        return files(partner).write(folder, brokenReceipts(partner));
    }

    /** The redemptions to send after all files were taken, in order of time. */
    public List<DemoRedemption> redemptions() {
        RedemptionPlan plan = new RedemptionPlan(today, members());
        for (DemoPartner partner : DemoPartner.values()) {
            receipts(partner).forEach(receipt -> plan.learn(partner, receipt));
        }
        return plan.redemptions();
    }

    private MonthlyFiles files(DemoPartner partner) {
        return new MonthlyFiles(partner.name(), unmovedOf(partner), shiftOf(partner));
    }

    private List<DemoReceipt> unmovedOf(DemoPartner partner) {
        return unmoved.getOrDefault(partner, List.of());
    }

    private WeekShift shiftOf(DemoPartner partner) {
        return shifts.getOrDefault(partner, WeekShift.NONE);
    }

    private static List<DemoReceipt> withReturns(
            List<DemoReceipt> sales, String partner, int share) {
        return DemoReturns.addedTo(sales, partner, share);
    }
}
