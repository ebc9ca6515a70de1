package shutaf.web.look;

/**
 * Where in a long list a page is.
 *
 * @param page counted from 1
 * @param size rows a page
 * @param total rows of the whole list
 */
public record Pages(int page, int size, long total) {
    /** The page that was asked for, moved into the list when it lies outside. */
    public static Pages at(String asked, int size, long total) {
        int page = asked != null && asked.matches("[1-9]\\d{0,6}") ? Integer.parseInt(asked) : 1;
        return new Pages((int) Math.min(page, Math.max(1, (total + size - 1) / size)), size, total);
    }

    /** Rows before this page. */
    public int first() {
        return (page - 1) * size;
    }

    /** The page's number. */
    public int getPage() {
        return page;
    }

    /** Rows of the whole list. */
    public long getTotal() {
        return total;
    }

    /** How many pages there are. */
    public long getLast() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** Whether a page follows. */
    public boolean isMore() {
        return page < getLast();
    }
}
