package gazette.studio;

import gazette.delivery.Ended;
import gazette.delivery.Headcount.Figures;
import gazette.delivery.Register.EditionLine;
import gazette.edition.EditionState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person can do with an edition as it stands, as its page offers it. */
final class PossibleDeeds {
    private PossibleDeeds() {}

    /** @param figures as they were last counted, if they ever were */
    static Map<String, Object> model(EditionLine line, Optional<Figures> figures, EditionWords words) {
        EditionState state = line.summary().state();
        boolean isLive = state == EditionState.FILLED || state == EditionState.PAUSED;
        boolean moves = line.mark().waits() || line.mark().inHand();
        long heldBack = figures.map(known -> known.look().heldBack()).orElse(0L);
        return Map.of(
                "canPause", state == EditionState.FILLED && moves,
                "canResume", state == EditionState.PAUSED || (state == EditionState.FILLED && heldBack > 0),
                "canCancel", state != EditionState.CANCELLED && (!isLive || moves),
                "canFinishCancelling",
                        state == EditionState.CANCELLED && line.mark().waits(),
                "ended", isLive ? ended(figures, words) : List.of());
    }

    /** Whom a person may have tried again. */
    private static List<Map<String, Object>> ended(Optional<Figures> figures, EditionWords words) {
        return figures.map(known -> Arrays.stream(Ended.values())
                        .filter(ended -> ended.in(known.look().tally()) > 0)
                        .map(ended -> Map.<String, Object>of(
                                "key",
                                EditionWords.word(ended),
                                "text",
                                words.number(ended.in(known.look().tally()))))
                        .toList())
                .orElse(List.of());
    }
}
