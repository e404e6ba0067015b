package org.stillpoint.metric;

/**
 * Cosine and sine of one step round the circle, right to some 1e-16. Those of {@code StrictMath} allocate on newer Javas,
 * which a measure may not do at a beat. Set anew with {@link #to}; one thread.
 */
final class Turn {

    private double cosine = 1;
    private double sine;

    /** @param cycles of the whole circle, 0 … 0.5 */
    void to(double cycles) {
        // a quarter of the way, doubled twice
        sine = smallSine(Math.PI * cycles / 2);
        cosine = Math.sqrt(1 - sine * sine);
        for (int doubled = 0; doubled < 2; doubled++) {
            double twice = 2 * sine * cosine;
            cosine = (cosine - sine) * (cosine + sine);
            sine = twice;
        }
    }

    /** Of 0 … pi / 4: the series, until its terms are too small to count. */
    private static double smallSine(double angle) {
        double term = angle;
        double sum = angle;
        for (int k = 2; k <= 18; k += 2) {
            term *= -angle * angle / (k * (k + 1));
            sum += term;
        }
        return sum;
    }

    double cosine() {
        return cosine;
    }

    double sine() {
        return sine;
    }
}
