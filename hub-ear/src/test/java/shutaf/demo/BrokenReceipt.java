package shutaf.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented receipt with a deliberate fault, for the hub to reject.
 *
 * @param number its receipt number, which the rejects name
 * @param dLines the lines as they stand in the file, without line ends
 * @param countedAgorot what the lines add to the trailer's sum, where a line that cannot be read as
 *     a whole adds nothing
 * @param code the reason code that the hub must give
 * @param fault what is wrong, in words
 */
public record BrokenReceipt(
        String number, List<String> dLines, long countedAgorot, String code, String fault) {

    /**
     * The faults that one supermarket file carries, as if made on {@code day}.
     *
     * <p>Lines that cannot be read carry the amount 0.00 or none, so that the trailer's sum is the
     * same for readers that add such lines and for readers that do not.
     */
    static List<BrokenReceipt> at(String outlet, LocalDate day, String offset, String card) {
        Till till = new Till(outlet, day, offset, card);
        return List.of(
                till.outletUnknown(),
                till.amountWithComma(),
                till.dateThatIsNone(),
                till.lineCutShort(),
                till.kindUnknownInSecondLine(),
                till.currencyUnknown(),
                till.quantityInWords());
    }

    private record Till(String outlet, LocalDate day, String offset, String card) {
        private static final String VALIDATION = "VALIDATION";

        BrokenReceipt outletUnknown() {
            return broken(
                    1,
                    12_80,
                    "OUTLET_UNKNOWN",
                    "no such outlet",
                    line(1, 1, "12.80").replaceFirst(outlet, "S99999"));
        }

        BrokenReceipt amountWithComma() {
            return broken(2, 0, VALIDATION, "amount with a decimal comma", line(2, 1, "12,80"));
        }

        BrokenReceipt dateThatIsNone() {
            String none = day.getYear() + "-02-30";
            return broken(
                    3,
                    0,
                    VALIDATION,
                    "30 February as business date",
                    line(3, 1, "0.00").replaceFirst(day.toString(), none));
        }

        BrokenReceipt lineCutShort() {
            String whole = line(4, 1, "0.00");
            return broken(
                    4,
                    0,
                    VALIDATION,
                    "last three fields missing",
                    whole.substring(0, whole.indexOf(";18;SALE;")));
        }

        BrokenReceipt kindUnknownInSecondLine() {
            return broken(
                    5,
                    15_00,
                    VALIDATION,
                    "first line good, second of an unknown kind",
                    line(5, 1, "15.00"),
                    line(5, 2, "0.00").replace(";SALE;", ";SOLD;"));
        }

        BrokenReceipt currencyUnknown() {
            return broken(
                    6,
                    0,
                    VALIDATION,
                    "no such currency",
                    line(6, 1, "0.00").replace(";ILS;", ";ILX;"));
        }

        BrokenReceipt quantityInWords() {
            return broken(
                    7,
                    0,
                    VALIDATION,
                    "quantity that is no number",
                    line(7, 1, "0.00").replace(";DAIRY;1;", ";DAIRY;one;"));
        }

        private static BrokenReceipt broken(
                int which, long agorot, String code, String fault, String... lines) {
            return new BrokenReceipt(number(which), List.of(lines), agorot, code, fault);
        }

        private String line(int which, int line, String amount) {
            return "D;" + outlet + ";1;" + day + ";" + number(which) + ";" + day + "T12:0" + which
                    + ":00" + offset + ";CARD;" + card + ";ILS;" + line
                    + ";7290000000015;חלב;DAIRY;1;" + amount + ";0.00;18;SALE;";
        }

        private static String number(int which) {
            return "99000000" + CardNumber.padded(which, 3);
        }
    }
}
