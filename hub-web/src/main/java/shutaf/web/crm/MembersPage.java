package shutaf.web.crm;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

import shutaf.crm.MemberSearch;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The members list: the database cuts the page, the table asks for it row range by row range. */
@Named("membersPage")
@ViewScoped
public class MembersPage implements Serializable {
    @Inject
    private transient MemberSearch search;

    @Inject
    private SearchTerm term;

    private final Rows rows = new Rows(this);

    /** The table's rows. */
    public LazyDataModel<MemberSearch.Row> getRows() {
        return rows;
    }

    private int count() {
        return (int) search.count(term.getText());
    }

    private List<MemberSearch.Row> page(int first, int count, Map<String, SortMeta> sorts) {
        SortMeta sort = sorts.values().stream().findFirst().orElse(null);
        MemberSearch.Order order = sort == null
                ? MemberSearch.Order.NAME
                : MemberSearch.Order.valueOf(sort.getField());
        boolean descending = sort != null && sort.getOrder() == SortOrder.DESCENDING;
        return search.page(new MemberSearch.Asked(term.getText(), order, descending, first, count));
    }

    private static final class Rows extends LazyDataModel<MemberSearch.Row> {
        private final MembersPage page;

        Rows(MembersPage page) {
            this.page = page;
        }

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return page.count();
        }

        @Override
        public List<MemberSearch.Row> load(
                int first,
                int count,
                Map<String, SortMeta> sorts,
                Map<String, FilterMeta> filters) {
            return page.page(first, count, sorts);
        }
    }
}
