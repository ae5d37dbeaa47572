package gazette.render;

import gazette.edition.Edition;
import gazette.subscriber.Token;
import gazette.subscriber.Tokens;
import java.util.Locale;
import java.util.Optional;

/** Where an edition can be read on the web. Implementations are safe to use from many threads. */
@FunctionalInterface
public interface OnlineAddress {
    /** Nowhere. */
    OnlineAddress NONE = (edition, language) -> Optional.empty();

    /** What stands before the language, in an address of an edition in another one than the newsletter's. */
    String LANGUAGE = "lang";

    /** The address for those who get {@code edition} in {@code language}; empty when it cannot be read on the web. */
    Optional<String> of(Edition edition, Locale language);

    /** Below the pages for readers, by a token: whoever has the address of one edition cannot guess that of another. */
    static OnlineAddress signed(Tokens tokens) {
        return (edition, language) -> {
            Token token = new Token(Token.Purpose.READ, edition.id().newsletter(), edition.number());
            String page = edition.masthead().web() + "/online/" + tokens.sign(token);
            return Optional.of(
                    language.equals(edition.masthead().language())
                            ? page
                            : page + "?" + LANGUAGE + "=" + language.toLanguageTag());
        };
    }
}
