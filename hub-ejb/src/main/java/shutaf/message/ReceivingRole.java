package shutaf.message;

import java.util.Locale;

/** The roles whose people can receive reports, as the realm names them. */
public enum ReceivingRole {
    /** Who runs the hub. */
    OPERATOR_ADMIN,
    /** Who works with members and partners. */
    ACCOUNT_MANAGER,
    /** Who reads everything. */
    AUDITOR,
    /** Who runs one partner's desk, and receives that partner's figures only. */
    PARTNER_MANAGER;

    /** The realm role, such as {@code account-manager}. */
    String realmRole() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
