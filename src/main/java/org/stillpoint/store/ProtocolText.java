package org.stillpoint.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.Posture;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Question;

/** A protocol as the TOML text of its file; what is absent is not written. */
final class ProtocolText {

    private final StringBuilder text = new StringBuilder();

    private ProtocolText() {}

    static String of(Protocol protocol, int order) {
        ProtocolText file = new ProtocolText();
        file.line("id", protocol.id());
        file.line("name", protocol.name());
        file.number("order", order);
        file.list("exercises", protocol.exercises());
        file.line("display", protocol.display());
        file.line("sound", protocol.sound());
        if (protocol.dim()) {
            file.text.append("dim = true\n");
        }
        file.line("rationale", protocol.rationale());
        file.line("shorter", protocol.shorter());
        if (protocol.posture() != Posture.UPRIGHT) {
            file.line("posture", word(protocol.posture()));
        }
        file.text.append("\n[pacer]\n");
        file.number("rate_per_min", protocol.pacerRatePerMinute());
        file.number("inhale_share", protocol.inhaleShare());
        file.positive("pause_full_seconds", protocol.pauseFullSeconds());
        file.positive("pause_empty_seconds", protocol.pauseEmptySeconds());
        if (protocol.glide()) {
            file.text.append("glide = true\n");
        }
        for (Question question : protocol.questions()) {
            file.question(question);
        }
        for (Phase phase : protocol.phases()) {
            file.phase(phase);
        }
        return file.text.toString();
    }

    private void question(Question question) {
        text.append("\n[[questions]]\n");
        line("id", question.id());
        line("asks", question.asks());
        line("takes", word(question.takes()));
        if (question.by() != Question.By.PATIENT) {
            line("by", word(question.by()));
        }
        if (question.takes() != Question.Takes.YES_NO) {
            listed("choices", question.choices());
        }
        listed("labels", question.labels());
        line("none", question.none());
        line("low", question.low());
        line("high", question.high());
        if (question.takes() == Question.Takes.NUMBER) {
            number("from", question.from());
            number("to", question.to());
        }
        line("unit", question.unit());
        listed("needs", question.needs().stream().map(ProtocolText::word).toList());
        if (question.ownWords()) {
            text.append("own_words = true\n");
        }
        line("remembered", question.remembered());
    }

    private void phase(Phase phase) {
        text.append("\n[[phases]]\n");
        line("title", phase.title());
        line("kind", word(phase.kind()));
        number("seconds", phase.seconds());
        line("text", phase.text());
        if (phase.end() != PhaseEnd.TIME) {
            line("end", word(phase.end()));
        }
        if (phase.minimumSeconds() < phase.seconds()) {
            number("minimum_seconds", phase.minimumSeconds());
        }
        positive("drop_rank", phase.dropRank());
        line("exercise", phase.exercise());
        positive("rate_per_min", phase.ratePerMinute());
        positive("inhale_share", phase.inhaleShare());
        line("display", phase.display());
        line("sound", phase.sound());
        if (phase.thresholdPercentile() >= 0) {
            number("threshold_percentile", phase.thresholdPercentile());
        }
        positive("veil_seconds", phase.veilSeconds());
        positive("veil_every_seconds", phase.veilEverySeconds());
        line("script", phase.script());
        line("question", phase.question());
        listed("markers", phase.markers());
        line("consent", phase.consent());
        line("rationale", phase.rationale());
        positive("pacer_seconds", phase.pacerSeconds());
        positive("pacer_every_seconds", phase.pacerEverySeconds());
        if (phase.spoken()) {
            text.append("spoken = true\n");
        }
    }

    private void line(String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" = ").append(quoted(value)).append('\n');
        }
    }

    private void positive(String key, double value) {
        if (value > 0) {
            number(key, value);
        }
    }

    private void number(String key, double value) {
        text.append(key).append(" = ");
        text.append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        text.append('\n');
    }

    private void listed(String key, List<String> values) {
        if (!values.isEmpty()) {
            list(key, values);
        }
    }

    private void list(String key, List<String> values) {
        text.append(key).append(" = [");
        text.append(values.stream().map(ProtocolText::quoted).collect(Collectors.joining(", ")));
        text.append("]\n");
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The word of a file for a constant: {@code alone-before}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
