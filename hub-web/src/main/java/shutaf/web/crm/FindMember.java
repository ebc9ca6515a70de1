package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import shutaf.crm.MemberSearch;

import java.io.IOException;
import java.util.List;

/**
 * Takes what was typed into the box of any back-office page. Leads to the list, or straight to the
 * member when only one is meant. A POST, so that no number lands in an address or a log.
 */
@WebServlet("/crm/find")
public class FindMember extends HttpServlet {
    @Inject
    private transient SearchTerm term;

    @Inject
    private transient MemberSearch search;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        term.setText(request.getParameter("term"));
        List<MemberSearch.Row> found = term.getText().isEmpty()
                ? List.of()
                : search.page(new MemberSearch.Asked(
                        term.getText(), MemberSearch.Order.NAME, false, 0, 2));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                found.size() == 1
                        ? "/crm/member?id=" + found.getFirst().id().value()
                        : "/crm/members");
    }
}
