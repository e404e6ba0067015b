package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinePlaneTest {

    @Test
    void lineOfTwoPixelsFillsTwoRowsAndNoThird() {
        LinePlane plane = new LinePlane(20, 20, 2);
        plane.segment(0, 10, 20, 10);
        assertThat(plane.share(10, 9)).isGreaterThan(250);
        assertThat(plane.share(10, 10)).isGreaterThan(250);
        assertThat(plane.share(10, 8)).isZero();
        assertThat(plane.share(10, 11)).isZero();
    }

    @Test
    void lineBetweenRowsIsShared() {
        LinePlane plane = new LinePlane(20, 20, 1);
        plane.segment(0, 10, 20, 10);
        assertThat(plane.share(10, 9)).isBetween(120, 135);
        assertThat(plane.share(10, 10)).isBetween(120, 135);
    }

    @Test
    void lineDrawnInPiecesLooksAsDrawnAtOnce() {
        LinePlane whole = new LinePlane(40, 40, 1.5);
        whole.segment(2, 3, 37, 31);
        LinePlane pieces = new LinePlane(40, 40, 1.5);
        for (int i = 0; i < 35; i++) {
            pieces.segment(2 + i, 3 + i * 28 / 35.0, 3 + i, 3 + (i + 1) * 28 / 35.0);
        }
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 40; y++) {
                assertThat(pieces.share(x, y)).isCloseTo(whole.share(x, y), org.assertj.core.data.Offset.offset(2));
            }
        }
    }

    @Test
    void endThatIsAbsentDrawsNothing() {
        LinePlane plane = new LinePlane(10, 10, 2);
        plane.segment(Double.NaN, 5, 9, 5);
        plane.segment(1, Double.NaN, 9, 5);
        for (int x = 0; x < 10; x++) {
            assertThat(plane.share(x, 5)).isZero();
        }
    }

    @Test
    void lineBeyondTheEdgeIsCutOff() {
        LinePlane plane = new LinePlane(10, 10, 2);
        plane.segment(-50, -50, 60, 60);
        assertThat(plane.share(5, 5)).isGreaterThan(200);
    }
}
