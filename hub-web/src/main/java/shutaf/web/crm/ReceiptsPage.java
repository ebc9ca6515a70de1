package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.UnclaimedReceipts;
import shutaf.web.look.Pages;

import java.util.List;

/** Receipts that nobody has claimed yet, to be found by their number. */
@Named("receiptsPage")
@RequestScoped
public class ReceiptsPage {
    private static final int ROWS = 25;

    @Inject
    private UnclaimedReceipts receipts;

    private String number = "";
    private String page = "1";
    private Pages pages = new Pages(1, ROWS, 0);
    private List<UnclaimedReceipts.Row> rows = List.of();

    /** Reads what the address asks for. */
    public void open() {
        pages = Pages.at(page, ROWS, receipts.count(number));
        rows = receipts.page(number, pages.first(), ROWS);
    }

    /** The receipts of this page. */
    public List<UnclaimedReceipts.Row> getRows() {
        return rows;
    }

    /** Where in the list this page is. */
    public Pages getPages() {
        return pages;
    }

    /** The receipt number that is looked for, empty for all. */
    public String getNumber() {
        return number;
    }

    /** Called by Faces; a number that no receipt could have finds nothing it should not. */
    public void setNumber(String asked) {
        number = asked == null || !asked.strip().matches("[\\w.-]{1,64}") ? "" : asked.strip();
    }

    /** The chosen page. */
    public String getPage() {
        return page;
    }

    /** Called by Faces. */
    public void setPage(String asked) {
        page = asked;
    }
}
