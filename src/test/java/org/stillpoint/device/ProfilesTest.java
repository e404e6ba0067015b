package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Channel;

class ProfilesTest {

    private static final Path DEVICES = Path.of("devices");

    @TempDir
    Path user;

    private static final String GOOD = """
            format = 1
            id = "mine"
            name = "My box"
            rate_hz = 250
            isolation = "battery"
            [port]
            baud = 115200
            [commands]
            start = ["b"]
            [frame]
            kind = "openbci-cyton"
            lock = 2
            [[channel]]
            id = "arm"
            role = "emg"
            field = "ch1"
            unit = "uV"
            [noise.arm]
            step = 0.02
            """;

    private Path write(String id, String toml) throws IOException {
        return Files.writeString(Files.createDirectories(user.resolve(id)).resolve("device.toml"), toml);
    }

    @Test
    void theBuiltInProfilesHaveNothingWrong() {
        Profiles profiles = Profiles.load(DEVICES, null);

        assertThat(profiles.problems()).isEmpty();
        assertThat(profiles.all())
                .extracting(DeviceProfile::id)
                .containsExactly("bitalino", "openbci-cyton", "text-lines");
    }

    @Test
    void aUsersProfileIsLoadedBesideTheBuiltInOnes() throws IOException {
        write("mine", GOOD);

        Profiles profiles = Profiles.load(DEVICES, user);

        assertThat(profiles.problems()).isEmpty();
        DeviceProfile mine = profiles.find("mine").orElseThrow();
        assertThat(mine.source()).isEqualTo("user");
        assertThat(mine.port().bauds()).containsExactly(115200);
        assertThat(mine.channels().get(0).column()).isEqualTo("arm_uV");
        assertThat(mine.channels().get(0).noise().step()).isEqualTo(0.02);
    }

    @Test
    void aUsersProfileWinsOverTheBuiltInOneAndSaysSo() throws IOException {
        Path toml = write("openbci-cyton", GOOD.replace("\"mine\"", "\"openbci-cyton\""));

        Profiles profiles = Profiles.load(DEVICES, user);

        assertThat(profiles.find("openbci-cyton").orElseThrow().name()).isEqualTo("My box");
        assertThat(profiles.notes())
                .containsExactly("Profile openbci-cyton: yours in " + toml + " is used in place of the built-in one.");
    }

    @Test
    void aBrokenCopyOfTheUserHidesNothing() throws IOException {
        write("bitalino", "format = 1\nid = \"bitalino\"\n");

        Profiles profiles = Profiles.load(DEVICES, user);

        assertThat(profiles.find("bitalino").orElseThrow().source()).isEqualTo("built-in");
        assertThat(profiles.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    rate_hz = 250            | rate_hz = "fast"        | 4  | "rate_hz" is "fast"; expected samples per second, 0 = measured
                    rate_hz = 250            | rate_hz = -1            | 4  | "rate_hz" is -1; expected samples per second, 0 = measured
                    role = "emg"             | role = "eeg"            | 15 | "role" is "eeg"; expected one of emg, ecg,
                    unit = "uV"              | unit = "µV"             | 17 | "unit" is "µV"; expected one of uV, mV,
                    baud = 115200            | baud = "quick"          | 7  | "baud" is "quick"; expected a baud rate
                    lock = 2                 | lokc = 2                | 12 | "lokc" is not a key here; expected one of kind, length,
                    kind = "openbci-cyton"   | kind = "fixed"          | 11 | "kind" is "fixed", which this station does not decode; expected one of bitalino, openbci-cyton, lines
                    id = "mine"              | id = "yours"            | 2  | "id" is "yours"; expected the folder's name, "mine"
                    [noise.arm]              | [noise.leg]             | 18 | there is no channel "leg"; expected one of arm
                    step = 0.02              | step = 0                | 19 | "step" is 0; expected size of one code
                    field = "ch1"            | field = "ch9"           | 13 | not a Cyton field: ch9
                    start = ["b"]            | start = ["hex:B"]       | 9  | "hex:B" is not a list of bytes
                    start = ["b"]            | start = [               | 10 | this is not TOML:
                    rate_hz = 250            | rate_hz = nan           | 4  | "rate_hz" is NaN; expected samples per second
                    step = 0.02              | step = inf              | 19 | "step" is Infinity; expected size of one code
                    baud = 115200            | baud = 99999999999999999999 | 7 | "baud" is 99999999999999999999; expected a baud rate
                    rate_hz = 250            | rate_hz = 1e999999999   | 4  | "rate_hz" is
                    rate_hz = 250            | rate_hz = 2026-01-01    | 4  | "rate_hz" is "2026-01-01"; expected samples per second
                    isolation = "battery"    | # none                  | 1  | "isolation" is missing; expected one of battery,
                    name = "My box"          | name = "My box"`1`      | 3  | this is not TOML:
                    """)
    void aFaultNamesFileLineAndWhatWasExpected(String from, String to, int line, String reason) throws IOException {
        Path toml = write("mine", GOOD.replace(from, to));

        List<ProfileProblem> problems = Profiles.load(DEVICES, user).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).toString()).startsWith(toml + ":" + line + ": " + reason);
    }

    @Test
    void noDamageToAFileStopsTheLoading() throws IOException {
        Random random = new Random(5);
        String alphabet = "[]{}=\"'#.,\n 09aetxn-_\\µ";
        for (int i = 0; i < 400; i++) {
            StringBuilder toml = new StringBuilder(GOOD);
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(toml.length());
                if (random.nextBoolean()) {
                    toml.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                } else {
                    toml.delete(at, Math.min(toml.length(), at + random.nextInt(30)));
                }
            }
            write("mine", toml.toString());

            Profiles found = Profiles.check(user);

            assertThat(found.all().size())
                    .as(toml.toString())
                    .isEqualTo(found.problems().isEmpty() ? 1 : 0);
        }
    }

    @Test
    void everyFaultOfAProfileIsTold() throws IOException {
        write("mine", GOOD.replace("250", "\"x\"").replace("\"uV\"", "7").replace("lock = 2", "lock = 0"));

        assertThat(Profiles.check(user).problems())
                .extracting(ProfileProblem::line)
                .containsExactlyInAnyOrder(4, 12, 17);
    }

    @Test
    void aMissingKeyOfAChannelPointsAtThatChannel() throws IOException {
        write("mine", GOOD + "[[channel]]\nfield = \"ch2\"\nrole = \"emg\"\n");

        assertThat(Profiles.check(user).problems().get(0).toString())
                .endsWith(":20: \"id\" is missing; expected a short id: a letter, then letters, digits, - and _");
    }

    @Test
    void anUnknownIdIsRefusedWithTheKnownOnes() {
        Profiles profiles = Profiles.load(DEVICES, null);

        assertThatThrownBy(() -> profiles.named("pulse"))
                .isInstanceOf(DeviceException.class)
                .hasMessage("There is no device profile \"pulse\"; there are: bitalino, openbci-cyton, text-lines.");
    }

    @Test
    void aBrokenProfileThatIsAskedForSaysWhatIsWrongInIt() throws IOException {
        Path toml = write("mine", GOOD.replace("250", "-1"));

        assertThatThrownBy(() -> Profiles.load(DEVICES, user).named("mine"))
                .hasMessageStartingWith("The device profile \"mine\" is broken: " + toml + ":4: ");
    }

    @Test
    void anIdThatIsNoFolderNameIsOnlyUnknown() {
        assertThatThrownBy(() -> Profiles.load(DEVICES, user).named("a\0b")).isInstanceOf(DeviceException.class);
    }

    @Test
    void theFifthAndSixthPortChosenHaveSixBitsAndTheSameRange() throws DeviceException {
        DeviceProfile bitalino = Profiles.load(DEVICES, null).named("bitalino");

        DeviceProfile six = ChannelChoice.apply(bitalino, List.of("a1", "A2", "A3", "resp", "A5", "a6"));

        Channel a6 = six.channels().get(5);
        assertThat(a6.highestCode()).isEqualTo(63);
        assertThat(a6.value(32)).isEqualTo(3.3 / 2);
        assertThat(ChannelChoice.apply(six, List.of("A6")).channels().get(0).value(512))
                .isEqualTo(3.3 / 2);
        assertThat(HexFormat.of().formatHex(six.commands().start().get(1))).isEqualTo("fd");
    }

    @Test
    void theStartCommandNamesThePortsChosen() throws DeviceException {
        DeviceProfile bitalino = Profiles.load(DEVICES, null).named("bitalino");

        List<byte[]> start = ChannelChoice.apply(bitalino, List.of("resp", "emg", "A2", "i1"))
                .commands()
                .start();

        assertThat(start).extracting(HexFormat.of()::formatHex).containsExactly("c3", "2d");
    }

    @ParameterizedTest
    @CsvSource({"A1;A1", "emg;A1", "I1", "A7", "''"})
    void aChoiceThatTheDeviceCannotSendIsRefused(String words) {
        DeviceProfile bitalino = Profiles.load(DEVICES, null).find("bitalino").orElseThrow();

        assertThatThrownBy(() -> ChannelChoice.apply(bitalino, List.of(words.split(";"))))
                .isInstanceOf(DeviceException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ppg, ppg, ppg_raw, PPG
                    emg_uV, emg_uV, emg_uV, EMG
                    Resp_mV, Resp_mV, Resp_mV, RESP
                    5, 5, ch5_raw, AUX
                    gsr=3, 3, gsr_raw, EDA
                    pulse=IR, IR, pulse_raw, PPG
                    third, third, third_raw, AUX
                    skin_temp_degC, skin_temp_degC, skin_temp_degC, TEMP
                    """)
    void aWordDefinesAChannelOfTextLines(String word, String field, String column, String role) throws DeviceException {
        DeviceProfile text = Profiles.load(DEVICES, null).named("text-lines");

        DeviceProfile chosen = ChannelChoice.apply(text, List.of(word));

        Channel channel = chosen.channels().get(0);
        assertThat(List.of(
                        chosen.field(channel.id()),
                        channel.column(),
                        channel.modality().name()))
                .containsExactly(field, column, role);
    }
}
