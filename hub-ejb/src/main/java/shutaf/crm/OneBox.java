package shutaf.crm;

import shutaf.member.IdentifierScheme;
import shutaf.member.MemberRef;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person may have meant who typed or scanned something into a single box. The first reading
 * that finds somebody counts; the order is fixed, so that the same number always means the same
 * member.
 */
public final class OneBox {
    private static final Pattern NUMBER = Pattern.compile("[+(\\d][\\d\\s().-]{3,31}");
    private static final Pattern PHONE_BEGIN = Pattern.compile("(\\+|00|0[2-9]|972).*");

    private OneBox() {}

    /** The readings of the text, the likeliest first; empty when it can be no identifier at all. */
    public static List<MemberRef> readings(String text) {
        String plain = text == null
                ? ""
                : text.replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                        .strip();
        List<MemberRef> readings = new ArrayList<>();
        if (plain.isEmpty() || plain.length() > 512) {
            return readings;
        }
        if (plain.startsWith("S1.")) {
            readings.add(new MemberRef(IdentifierScheme.QR, plain));
        } else if (plain.indexOf('@') > 0) {
            readings.add(new MemberRef(IdentifierScheme.EMAIL, plain));
        } else if (NUMBER.matcher(plain).matches()) {
            boolean phoneFirst =
                    PHONE_BEGIN.matcher(plain.replaceAll("[\\s().-]", "")).matches();
            readings.add(new MemberRef(
                    phoneFirst ? IdentifierScheme.PHONE : IdentifierScheme.CARD, plain));
            readings.add(new MemberRef(
                    phoneFirst ? IdentifierScheme.CARD : IdentifierScheme.PHONE, plain));
        }
        return readings;
    }
}
