package shutaf.web.member;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.member.Identifiers;
import shutaf.platform.HubClock;
import shutaf.shared.MemberId;
import shutaf.web.look.Preferences;
import shutaf.web.look.Words;
import shutaf.web.security.CurrentUser;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A fresh QR for the signed-in member; the page asks for the next one before the last goes stale.
 */
@WebServlet("/my/code")
public class MemberCode extends HttpServlet {
    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Identifiers identifiers;

    @Inject
    private transient HubClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<MemberId> member = user.member();
        if (member.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String label = Words.in(Locale.of(Preferences.language(request)), "my.code");
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.getWriter()
                .write(CodeSquare.svg(identifiers.qrFor(member.get(), clock.now()), label));
    }
}
