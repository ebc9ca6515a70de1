package shutaf.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page lies in a long list, also when the address asks for nonsense. */
class PagesTest {
    @ParameterizedTest(name = "page {0} of {1} rows")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1       | 41 | 1 | 0  | true
            2       | 41 | 2 | 20 | true
            3       | 41 | 3 | 40 | false
            9       | 41 | 3 | 40 | false
            0       | 41 | 1 | 0  | true
            -       | 41 | 1 | 0  | true
            x       | 41 | 1 | 0  | true
            1       | 0  | 1 | 0  | false
            9999999 | 40 | 2 | 20 | false
            """)
    void a_page_lies_always_inside_the_list(
            String asked, long rows, int page, int first, boolean more) {
        Pages pages = Pages.at(asked, 20, rows);

        assertThat(pages.getPage()).isEqualTo(page);
        assertThat(pages.first()).isEqualTo(first);
        assertThat(pages.isMore()).isEqualTo(more);
    }
}
