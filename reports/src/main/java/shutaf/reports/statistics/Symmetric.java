package shutaf.reports.statistics;

/**
 * A small symmetric matrix taken apart into eigenvalues and eigenvectors by Jacobi's rotations
 * (Golub and Van Loan, Matrix Computations, 8.5), exact enough for at most a handful of rows.
 */
final class Symmetric {

    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private Symmetric(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static Symmetric of(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] v = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !diagonal(a); sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new Symmetric(values, v);
    }

    /** The k-th eigenvalue; in no order. */
    double value(int k) {
        return values[k];
    }

    /** Part i of the k-th eigenvector. */
    double vector(int i, int k) {
        return vectors[i][k];
    }

    private static boolean diagonal(double[][] a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.length; i++) {
            on += a[i][i] * a[i][i];
            for (int j = 0; j < i; j++) {
                off += a[i][j] * a[i][j];
            }
        }
        return off <= 1e-40 * on;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double c = 1 / Math.hypot(1, t);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = c * vp - s * vq;
            v[k][q] = s * vp + c * vq;
        }
    }
}
