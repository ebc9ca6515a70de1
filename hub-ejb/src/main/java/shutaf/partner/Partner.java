package shutaf.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import shutaf.shared.PartnerId;

import java.time.Instant;
import java.util.Locale;

/** A business of the coalition, with what the hub must know to let its systems and people in. */
@Entity
@Table(name = "partner")
public class Partner {
    @Id
    private int id;

    @Column(nullable = false)
    private String code;

    @Column(name = "name_he", nullable = false)
    private String nameHe;

    @Column(name = "name_en", nullable = false)
    private String nameEn;

    private boolean issuer;
    private boolean acceptor;

    @Column(nullable = false)
    private String funding;

    @Column(nullable = false)
    private String status;

    @Column(name = "takes_history")
    private boolean takesHistory;

    @Column(nullable = false)
    private String charset;

    @Column(name = "client_id", nullable = false)
    private String clientId;

    @Column(nullable = false)
    private String organisation;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Partner() {}

    Partner(int id, NewPartner asked, Instant at) {
        this.id = id;
        this.code = asked.code();
        this.nameHe = asked.nameHe();
        this.nameEn = asked.nameEn();
        this.issuer = asked.issuer();
        this.acceptor = asked.acceptor();
        this.funding = asked.prepaid() ? "PREPAID" : "POSTPAID";
        this.status = "ACTIVE";
        this.takesHistory = asked.takesHistory();
        this.charset = asked.charset();
        this.clientId = "partner-" + asked.code().toLowerCase(Locale.ROOT);
        this.organisation = asked.code().toLowerCase(Locale.ROOT);
        this.createdAt = at;
    }

    /** The key that every row of this partner carries. */
    public PartnerId id() {
        return new PartnerId(id);
    }

    /** Short name in capitals, as in files and reports. */
    public String code() {
        return code;
    }

    /** The name in that language. */
    public String name(Locale language) {
        return "he".equals(language.getLanguage()) ? nameHe : nameEn;
    }

    /** Whether purchases here earn points. */
    public boolean issuesPoints() {
        return issuer;
    }

    /** Whether points can be spent here. */
    public boolean acceptsPoints() {
        return acceptor;
    }

    /** Whether points are bought in packs before they are issued. */
    public boolean prepaid() {
        return "PREPAID".equals(funding);
    }

    /** Whether the partner may deal at all. */
    public boolean active() {
        return "ACTIVE".equals(status);
    }

    /** Whether its files may carry purchases older than the usual limit. */
    public boolean takesHistory() {
        return takesHistory;
    }

    /** Charset of its purchase files: UTF-8, windows-1255 or IBM862. */
    public String charset() {
        return charset;
    }

    /** Its machine client at Keycloak. */
    public String clientId() {
        return clientId;
    }

    /** Alias of its staff's organisation at Keycloak. */
    public String organisation() {
        return organisation;
    }

    /** Stops earning, spending and files of this partner until it is resumed. */
    public void suspend() {
        status = "SUSPENDED";
    }

    /** Lets a suspended partner deal again. */
    public void resume() {
        status = "ACTIVE";
    }
}
