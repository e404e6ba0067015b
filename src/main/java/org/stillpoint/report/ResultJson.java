package org.stillpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.stillpoint.care.Answer;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.RatingResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

/** What a session came to, as JSON: keys added to the session's own. */
public final class ResultJson {

    private ResultJson() {}

    /** Adds {@code trials}, {@code ratings}, {@code findings}, {@code too_fast} and {@code flare}. */
    public static void add(ObjectNode json, SessionResult result) {
        ArrayNode trials = json.putArray("trials");
        result.trials().forEach(trial -> trial(trials.addObject(), trial));
        ArrayNode ratings = json.putArray("ratings");
        for (RatingResult rating : result.ratings()) {
            ObjectNode one = ratings.addObject().put("question", rating.question());
            SessionJson.number(one, "before", rating.before());
            SessionJson.number(one, "after", rating.after());
            one.put("count", rating.count());
        }
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = findings.addObject().put("key", finding.key());
            SessionJson.number(one, "value", finding.value());
            one.put("text", finding.text().isEmpty() ? null : finding.text());
            one.put("remembered", finding.remembered());
        }
        json.put("too_fast", result.tooFast());
        json.put("flare", result.flare());
    }

    /** Adds {@code answers}, which hold a person's words. */
    public static void addAnswers(ObjectNode json, List<Answer> answers) {
        ArrayNode array = json.putArray("answers");
        for (Answer answer : answers) {
            ObjectNode one = array.addObject();
            SessionJson.number(one, "t_s", milli(answer.tSeconds()));
            one.put("phase", answer.phase()).put("question", answer.question()).put("words", answer.words());
        }
    }

    /** Adds {@code card}: lists of sentences, and all of them as text. */
    public static void addCard(ObjectNode json, PatientCard card) {
        ObjectNode one = json.putObject("card");
        card.went().forEach(one.putArray("went")::add);
        card.practise().forEach(one.putArray("practise")::add);
        card.scale().forEach(one.putArray("scale")::add);
        card.guide().forEach(one.putArray("guide")::add);
        one.put("text", card.text());
    }

    private static void trial(ObjectNode json, TrialResult trial) {
        json.put("phase", trial.phase());
        json.put("kind", word(trial.kind()));
        SessionJson.number(json, "from_s", milli(trial.fromSeconds()));
        SessionJson.number(json, "to_s", milli(trial.toSeconds()));
        SessionJson.number(json, "feedback_s", trial.shownSeconds());
        json.put("paced", trial.paced());
        ArrayNode measures = json.putArray("measures");
        for (TrialMeasure measure : trial.measures()) {
            ObjectNode one = measures.addObject().put("name", measure.name()).put("unit", measure.unit());
            spread(one, "all", measure.all());
            spread(one, "with_feedback", measure.shown());
            spread(one, "veiled", measure.alone());
        }
        ZoneTime zone = trial.zone();
        ObjectNode one = json.putObject("zone");
        SessionJson.number(one, "level_uV", zone.levelMicrovolts());
        one.put("ground", zone.ground());
        SessionJson.number(one, "pct", zone.percent());
        SessionJson.number(one, "with_feedback_pct", zone.shownPercent());
        SessionJson.number(one, "veiled_pct", zone.alonePercent());
        SessionJson.number(one, "time_to_relax_s", milli(zone.relaxSeconds()));
    }

    private static void spread(ObjectNode json, String key, Spread spread) {
        if (Double.isNaN(spread.usablePercent())) {
            json.putNull(key);
            return;
        }
        ObjectNode one = json.putObject(key);
        SessionJson.number(one, "median", spread.median());
        SessionJson.number(one, "p10", spread.low());
        SessionJson.number(one, "p90", spread.high());
        one.put("n_s", spread.seconds());
        SessionJson.number(one, "usable_pct", spread.usablePercent());
        one.put("reason", spread.reason().isEmpty() ? null : spread.reason());
    }

    static String word(PhaseKind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static double milli(double seconds) {
        return Double.isNaN(seconds) ? Double.NaN : Math.round(seconds * 1000) / 1000.0;
    }
}
