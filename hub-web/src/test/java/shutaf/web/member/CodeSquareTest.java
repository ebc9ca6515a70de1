package shutaf.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.junit.jupiter.api.Test;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code on a member's page, read back as a scanner would. */
class CodeSquareTest {
    private static final String TOKEN =
            "S1.AAAAAAAAAAEAAAAAZ0AAAA.0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int DOTS = 8;

    @Test
    void a_scanner_reads_what_was_drawn() throws Exception {
        assertThat(read(CodeSquare.svg(TOKEN, "My code"))).isEqualTo(TOKEN);
    }

    @Test
    void a_screen_reader_is_told_what_the_picture_is() {
        assertThat(CodeSquare.svg(TOKEN, "My code"))
                .contains("role=\"img\"")
                .contains("aria-label=\"My code\"");
    }

    private static String read(String svg) throws Exception {
        int size = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        boolean[][] dark = new boolean[size][size];
        for (MatchResult run : RUN.matcher(svg).results().toList()) {
            int x = Integer.parseInt(run.group(1));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                dark[Integer.parseInt(run.group(2))][x + i] = true;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new Picture(dark))))
                .getText();
    }

    /** The drawing as a camera sees it. */
    private static final class Picture extends LuminanceSource {
        private final boolean[][] dark;

        Picture(boolean[][] dark) {
            super(dark.length * DOTS, dark.length * DOTS);
            this.dark = dark;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] line = new byte[getWidth()];
            for (int x = 0; x < getWidth(); x++) {
                line[x] = (byte) (dark[y / DOTS][x / DOTS] ? 0 : 255);
            }
            return line;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
