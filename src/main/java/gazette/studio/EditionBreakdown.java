package gazette.studio;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Headcount.Breakdown;
import java.util.Map;

/** How an edition stands at the domains with most readers, and what servers said, as its page prints it. */
final class EditionBreakdown {
    private EditionBreakdown() {}

    static Map<String, Object> model(Breakdown known, EditionWords words, String newsletter) {
        return Map.of(
                "domains",
                        known.domains().stream()
                                .map(each -> domain(each, words))
                                .toList(),
                "answers",
                        known.answers().stream()
                                .filter(each -> each.state() != DispatchState.SUPPRESSED) // no server was asked
                                .map(each -> answer(each, words))
                                .toList(),
                "brokenDownAt", words.second(newsletter, known.countedAt()));
    }

    private static Map<String, Object> domain(DomainTally domain, EditionWords words) {
        return Map.of(
                "domain", domain.domain(),
                "readers", words.number(domain.readers()),
                "accepted", words.number(domain.accepted()),
                "deferred", words.number(domain.deferred()),
                "rejected", words.number(domain.rejected()),
                "waiting", words.number(domain.waiting()),
                "words", domain.lastWords());
    }

    private static Map<String, Object> answer(Answers.Count answer, EditionWords words) {
        boolean isTriable = answer.state() == DispatchState.REJECTED || answer.state() == DispatchState.EXPIRED;
        return Map.of(
                "state", EditionWords.word(answer.state()),
                "words", answer.words(),
                "number", words.number(answer.dispatches()),
                "code",
                        isTriable
                                ? AnswerCode.of(answer.words())
                                        .map(AnswerCode::text)
                                        .orElse("")
                                : "");
    }
}
