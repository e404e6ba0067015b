package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseStepTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, false, 62, 4, 6.1, NaN, 2
            1, false, 58, 4, 6.1, NaN, 1
            1, false, 62, 4, 5.8, NaN, 1
            2, false, 68, 4, 8, NaN, 2
            2, false, 72, 4, 8, NaN, 3
            2, true, 72, 4, 8, NaN, 1
            3, false, 90, 4, 10, 7.1, 4
            3, false, 90, 4, 10, 5, 3
            3, false, 90, 4, 10, 3.9, 2
            5, false, 90, 4, 10, 9, 5
            1, true, 90, 4, 10, 9, 1""")
    void theAimOfTheStepDecides(
            int step, boolean stopped, double followed, double before, double with, double without, int next) {
        assertThat(CourseStep.after(step, new CourseStep.Seen(stopped, followed, before, with, without))
                        .number())
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, NaN, 4, 10, 9
            2, 90, NaN, 10, 9
            3, 90, 4, NaN, 9
            4, 90, 4, 10, NaN""")
    void whatWasNotMeasuredMovesNobodyAndSaysSo(int step, double followed, double before, double with, double without) {
        CourseStep next = CourseStep.after(step, new CourseStep.Seen(false, followed, before, with, without));
        assertThat(next.number()).isEqualTo(step);
        assertThat(next.reason()).startsWith("Too few clean breaths");
    }

    @Test
    void theLastStepEndsTheCourse() {
        assertThat(CourseStep.after(5, new CourseStep.Seen(false, 90, 4, 10, 9)).reason())
                .contains("the course is done");
    }
}
