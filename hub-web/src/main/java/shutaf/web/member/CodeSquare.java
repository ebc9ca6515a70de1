package shutaf.web.member;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.util.Map;

/**
 * Draws a QR code as one SVG path: sharp at any size, and no picture that would have to be fetched.
 */
final class CodeSquare {
    private static final int QUIET_ZONE = 2;

    private CodeSquare() {}

    /**
     * The SVG of that text.
     *
     * @param label what a screen reader says
     */
    static String svg(String text, String label) {
        BitMatrix code = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            int x = 0;
            while (x < code.getWidth()) {
                int run = run(code, x, y);
                if (run > 0) {
                    path.append('M').append(x).append(' ').append(y).append('h').append(run);
                    path.append("v1h-").append(run).append('z');
                }
                x += Math.max(1, run);
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + " "
                + code.getHeight() + "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\""
                + label
                + "\"><path d=\"" + path + "\"/></svg>";
    }

    private static int run(BitMatrix code, int from, int y) {
        int x = from;
        while (x < code.getWidth() && code.get(x, y)) {
            x++;
        }
        return x - from;
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException(
                    "a token of 70 characters always fits into a QR code", e);
        }
    }
}
