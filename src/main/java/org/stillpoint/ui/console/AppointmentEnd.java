package org.stillpoint.ui.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An appointment's end as a therapist writes it: {@code 10:45}, {@code 10.45} or {@code 1045}; today, else tomorrow. */
final class AppointmentEnd {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern TYPED = Pattern.compile("\\s*(\\d{1,2})[:.h ]?(\\d{2})\\s*");
    private static final double LONGEST_AHEAD_HOURS = 12;

    private AppointmentEnd() {}

    private static Optional<LocalTime> time(String typed) {
        Matcher matcher = TYPED.matcher(typed);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 23 || Integer.parseInt(matcher.group(2)) > 59) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    /** What is wrong with it, in one sentence; empty when nothing is. */
    static String flaw(String typed, long nowEpochMillis, ZoneId zone) {
        Optional<LocalTime> time = time(typed);
        if (time.isEmpty()) {
            return "Write it as 10:45.";
        }
        return secondsAhead(typed, nowEpochMillis, zone) > LONGEST_AHEAD_HOURS * 3600
                ? TIME_OF_DAY.format(time.get()) + " is past already."
                : "";
    }

    /** Seconds from now until then; NaN when it is no time of day. */
    static double secondsAhead(String typed, long nowEpochMillis, ZoneId zone) {
        Optional<LocalTime> time = time(typed);
        if (time.isEmpty()) {
            return Double.NaN;
        }
        ZonedDateTime now = Instant.ofEpochMilli(nowEpochMillis).atZone(zone);
        ZonedDateTime end = now.with(time.get());
        if (!end.isAfter(now)) {
            end = end.plusDays(1);
        }
        return Duration.between(now, end).toMillis() / 1000.0;
    }
}
