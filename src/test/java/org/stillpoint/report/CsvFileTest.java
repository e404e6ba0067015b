package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    Path folder;

    private String written(Cells cells) throws Exception {
        Path path = folder.resolve("a.csv");
        CsvFile file = new CsvFile(path, "c");
        try (file) {
            cells.to(file);
            file.end();
        }
        return Files.readString(path).substring(2);
    }

    @FunctionalInterface
    private interface Cells {
        void to(CsvFile file) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-x", "@me", "\ttab", "\uFF1D1", "\0nul"})
    void textThatASpreadsheetWouldRunGetsAnApostrophe(String words) throws Exception {
        assertThat(written(file -> file.text(words))).isEqualTo("'" + words + "\n");
    }

    @Test
    void aNegativeNumberStaysANumber() throws Exception {
        assertThat(written(file -> file.number(-0.25).number(-3L))).isEqualTo("-0.25,-3\n");
    }

    @Test
    void quotesCommasAndLinesAreQuoted() throws Exception {
        assertThat(written(file -> file.text("a,\"b\"\nc").text("d"))).isEqualTo("\"a,\"\"b\"\"\nc\",d\n");
    }

    @Test
    void anAbsentNumberIsAnEmptyCell() throws Exception {
        assertThat(written(file -> file.number(1L).number(Double.NaN).number(2L)))
                .isEqualTo("1,,2\n");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1.5,1.5", "-0.000001,-0.000001", "59.999,59.999", "3600.0000004,3600", "0.1234567,0.123457"})
    void timesAreToldToTheMicrosecond(double seconds, String told) throws Exception {
        assertThat(written(file -> file.seconds(seconds))).isEqualTo(told + "\n");
    }

    @Test
    void aLongFileIsWholeAndItsDigestIsTheFiles() throws Exception {
        Path path = folder.resolve("long.csv");
        CsvFile file = new CsvFile(path, "n", "x");
        try (file) {
            for (long i = 0; i < 50_000; i++) {
                file.number(i).number(i / 8.0).end();
            }
        }
        assertThat(Files.readAllLines(path)).hasSize(50_001).endsWith("49999,6249.875");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }
}
