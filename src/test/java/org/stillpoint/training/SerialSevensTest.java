package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerialSevensTest {

    private final SerialSevens sevens = new SerialSevens(100);

    @Test
    void eachAnswerIsJudgedFromTheOneBeforeSoThatOneSlipIsOne() {
        for (String typed : new String[] {"93", "86", "78", "71", "64"}) {
            sevens.answer(typed);
        }
        assertThat(sevens.answers()).isEqualTo(5);
        assertThat(sevens.correct()).isEqualTo(4);
    }

    @Test
    void whatIsNoNumberIsNotCounted() {
        assertThat(sevens.answer("")).isFalse();
        assertThat(sevens.answer("ninety")).isFalse();
        assertThat(sevens.answer("9999999999")).isFalse();
        assertThat(sevens.answer(" 93 ")).isTrue();
        assertThat(sevens.answers()).isEqualTo(1);
        assertThat(sevens.correct()).isEqualTo(1);
    }

    @Test
    void itGoesOnBelowZero() {
        SerialSevens low = new SerialSevens(5);
        low.answer("-2");
        low.answer("-9");
        assertThat(low.correct()).isEqualTo(2);
    }
}
