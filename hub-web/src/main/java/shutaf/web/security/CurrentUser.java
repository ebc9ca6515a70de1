package shutaf.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.shared.MemberId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asking. The token says who; our own rows say which partner that is. A page asks here and
 * never takes a partner's or member's number of a signed-in person from the request.
 */
@Named("user")
@RequestScoped
public class CurrentUser {
    @Inject
    private HttpServletRequest request;

    @Inject
    private PartnerDirectory partners;

    /** The login name, as it is written into journals and the audit trail. */
    public String getLogin() {
        return request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
    }

    /** The name to greet with; the login name where the account has none. */
    public String getName() {
        return token().map(IDToken::getName).filter(n -> !n.isBlank()).orElseGet(this::getLogin);
    }

    /** Whether somebody is signed in at all. */
    public boolean isPresent() {
        return request.getUserPrincipal() != null;
    }

    /** Whether the account has that realm role. */
    public boolean has(String role) {
        return request.isUserInRole(role);
    }

    /** One of the operator's people. */
    public boolean isOperator() {
        return has("operator-admin") || has("account-manager") || has("auditor");
    }

    /** One of the operator's people who may change things; an auditor reads. */
    public boolean isActing() {
        return has("operator-admin") || has("account-manager");
    }

    /** Who may read the audit trail. */
    public boolean isAuditing() {
        return has("operator-admin") || has("auditor");
    }

    /** The page where this person's work begins, from the root. */
    public String getHome() {
        if (isOperator()) {
            return "/crm/home";
        }
        if (has("partner-manager")) {
            return "/desk/position";
        }
        if (has("partner-clerk")) {
            return "/till/counter";
        }
        return has("member") ? "/my/points" : "/";
    }

    /**
     * The partner whose staff this person is, through the organisation in the token; empty for
     * everybody else, and for an organisation that is no partner of ours.
     */
    public Optional<BusinessCard> partner() {
        return token().flatMap(t -> organisation(t.getClaimValue("organization")))
                .flatMap(partners::byOrganisation);
    }

    /** The member that this account belongs to; empty when the token names none. */
    public Optional<MemberId> member() {
        return token().map(t -> t.getClaimValueAsString("member_id"))
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new MemberId(Long.parseLong(id)));
    }

    /**
     * Keycloak writes the organisation as a list of aliases, or as an object whose names are the
     * aliases.
     */
    private static Optional<String> organisation(Object claim) {
        Collection<?> aliases = switch (claim) {
            case null -> List.of();
            case Map<?, ?> named -> named.keySet();
            case Collection<?> listed -> listed;
            default -> List.of(claim);
        };
        return aliases.size() == 1
                ? aliases.stream().findFirst().map(Object::toString)
                : Optional.empty();
    }

    private Optional<IDToken> token() {
        return request.getUserPrincipal() instanceof OidcPrincipal<?> principal
                ? Optional.ofNullable(principal.getOidcSecurityContext().getIDToken())
                : Optional.empty();
    }

    /** The proof that Keycloak's logout asks for. */
    Optional<String> idToken() {
        return request.getUserPrincipal() instanceof OidcPrincipal<?> principal
                ? Optional.ofNullable(principal.getOidcSecurityContext().getIDTokenString())
                : Optional.empty();
    }
}
