package org.stillpoint.training;

import java.util.Locale;
import java.util.Optional;

/**
 * A breathing rate of an assessment that a therapist would have a person train at: whether it may be chosen, and what has to
 * be said before. A rate that was not shown by enough breaths may not; one that the verdict does not name may, with a word
 * of caution.
 *
 * @param ratePerMinute the rate
 * @param possible whether it may be chosen
 * @param words why it may not, or what speaks against it; empty when nothing does
 */
public record RateChoice(double ratePerMinute, boolean possible, String words) {

    /** Key of the finding from which the next heart curve training takes its rate. */
    public static final String KEY = "training_rate_per_min";

    private static final String BY = "chosen by the therapist";

    /** @param ratePerMinute of one of the sheet's rows; where it was breathed twice either may show it */
    public static RateChoice of(ResonanceSheet sheet, double ratePerMinute) {
        Optional<ResonanceBlock> usable = sheet.blocks().stream()
                .filter(block -> block.ratePerMinute() == ratePerMinute && block.usable())
                .findFirst();
        if (usable.isEmpty()) {
            String flaw = sheet.blocks().stream()
                    .filter(block -> block.ratePerMinute() == ratePerMinute)
                    .findFirst()
                    .map(ResonanceBlock::flaw)
                    .orElse("it was not breathed");
            return new RateChoice(ratePerMinute, false, "Nothing was shown for this rate: " + flaw + ".");
        }
        if (sheet.verdict().isEmpty()) {
            return new RateChoice(ratePerMinute, true, "Not all rates have been breathed yet.");
        }
        ResonanceVerdict verdict = sheet.verdict().get();
        return switch (verdict.status()) {
            case FAILED -> new RateChoice(ratePerMinute, false, verdict.reason());
            case INCONCLUSIVE -> new RateChoice(ratePerMinute, true, "This stays open. " + verdict.reason());
            case CONFIDENT ->
                new RateChoice(
                        ratePerMinute,
                        true,
                        sheet.inSet(ratePerMinute)
                                ? ""
                                : "The heart swings clearly less here than at " + ResonanceVerdict.words(verdict.set())
                                        + ".");
        };
    }

    /** {@code 5.5 a minute}. */
    public String rate() {
        return String.format(Locale.ROOT, "%.1f a minute", ratePerMinute);
    }

    /** What is remembered of it. */
    public Finding finding() {
        return Finding.kept(KEY, ratePerMinute, words.isEmpty() ? BY : BY + ". " + words);
    }
}
