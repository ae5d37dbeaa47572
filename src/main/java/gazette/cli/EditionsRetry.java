package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.AnswerCode;
import gazette.delivery.Ended;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette editions retry}. */
final class EditionsRetry implements Command {
    private final Gazette gazette;
    private String edition = "";
    private List<Ended> states = List.of(Ended.values());
    private Optional<String> code = Optional.empty();
    private boolean wait;

    EditionsRetry(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named(
                "retry",
                "Try rejected, expired, held and left-out readers once more; never those who have it, nor those who"
                        + " left.");
        syntax.list(
                "--state",
                "STATE",
                "rejected, expired, held, too-large, needs-smtputf8, cannot-be-rendered (default: all).",
                Ended.class,
                new EndedWord(),
                value -> states = value);
        syntax.option(
                "--code",
                "CODE",
                "Only those whose last answer had this code, such as 5.7.1 or 550.",
                value -> code = Optional.of(value));
        syntax.flag("--wait", "Stay until nothing of it is due now, with a progress bar.", value -> wait = value);
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer(
                "",
                "Examples:",
                "  gazette editions retry 128                            all of them",
                "  gazette editions retry 128 --state rejected --code 5.7.1    whom the server took us for a spammer for",
                "  gazette editions retry 128 --state too-large          after a change to a server that takes more",
                "  gazette editions retry 128 --state expired --wait     deliver them here, with a progress bar",
                "",
                "An edition stays as it was composed: whoever was too large for one server needs another one.");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        code.filter(text -> !AnswerCode.isCode(text)).ifPresent(text -> {
            throw new Refusal(
                    ExitCode.USAGE,
                    "--code is " + text + ": give an enhanced status code such as 5.7.1, or a reply code such as 550.");
        });
        try (Workspace workspace = gazette.workOn(settings)) {
            EditionState before = EditionName.known(workspace, id).state();
            if (before != EditionState.FILLED && before != EditionState.PAUSED) {
                throw new Refusal(ExitCode.USAGE, EditionName.wrongState(id, before, "tried again"));
            }
            Map<Ended, Long> again = putBack(workspace, id);
            if (wait && before == EditionState.FILLED) {
                again.values().removeIf(count -> count == 0);
                again.forEach((ended, count) -> gazette.screen().note(words(id, ended, count)));
                return new Sending(gazette, workspace).drain(id);
            }
            answer(id, before, again);
        }
        return ExitCode.DONE;
    }

    private Map<Ended, Long> putBack(Workspace workspace, EditionId id) {
        Map<Ended, Long> again = new LinkedHashMap<>();
        for (Ended ended : states) {
            long count = workspace.store().outbox().putBack(id, ended, code.map(AnswerCode::new));
            again.merge(ended, count, Long::sum);
        }
        return again;
    }

    private void answer(EditionId id, EditionState state, Map<Ended, Long> again) {
        long all = again.values().stream().mapToLong(count -> count).sum();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("edition", id.toString());
        again.forEach((ended, count) -> document.put(EndedWord.of(ended), count));
        List<String> lines = new ArrayList<>();
        again.forEach((ended, count) -> {
            if (count > 0) {
                lines.add(words(id, ended, count));
            }
        });
        if (all == 0) {
            lines.add("n° " + id.number() + ": nobody to try again. What became of each: gazette editions show " + id);
        } else if (state == EditionState.PAUSED) {
            lines.add("It is paused. To go on: gazette editions resume " + id);
        } else {
            lines.add("A running `gazette run` delivers them; without one: gazette editions resume " + id + " --wait");
        }
        gazette.screen().answer(document, lines);
    }

    private static String words(EditionId id, Ended ended, long count) {
        return "n° " + id.number() + ": " + count + " " + EndedWord.of(ended).replace('-', ' ')
                + " will be tried again"
                + (ended == Ended.HELD && count > 0
                        ? ". They may have it already: then they get the same message, with the same Message-ID, twice"
                        : "");
    }
}
