package shutaf.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import shutaf.shared.MemberId;

import java.time.Instant;
import java.util.Locale;

/**
 * A person who collects points; everything that could name them stands here and with their
 * identifiers only.
 */
@Entity
@Table(name = "member")
public class Member {
    @Id
    private long id;

    @Column(name = "first_name", nullable = false)
    private String firstName;

    @Column(name = "last_name", nullable = false)
    private String lastName;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String status;

    @Column(nullable = false)
    private String tier;

    @Column(name = "enrolled_by")
    private int enrolledBy;

    @Column(name = "enrolled_at", nullable = false)
    private Instant enrolledAt;

    /** For Hibernate. */
    protected Member() {}

    /** The account. */
    public MemberId id() {
        return new MemberId(id);
    }

    /** First and last name as given. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** The name as a till may show it: first letters only. */
    public String maskedName() {
        return mask(firstName) + " " + mask(lastName);
    }

    /** The language in which the member is addressed: Hebrew or English. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Whether the member may earn and spend. */
    public boolean active() {
        return "ACTIVE".equals(status);
    }

    /** ACTIVE, BLOCKED or ERASED. */
    public String status() {
        return status;
    }

    /** The tier's code. */
    public String tier() {
        return tier;
    }

    /** When the member joined. */
    public Instant enrolledAt() {
        return enrolledAt;
    }

    /** Stops earning and spending, for example after a card was stolen. */
    public void block() {
        status = "BLOCKED";
    }

    /** Lets a blocked member deal again. */
    public void unblock() {
        status = "ACTIVE";
    }

    private static String mask(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
