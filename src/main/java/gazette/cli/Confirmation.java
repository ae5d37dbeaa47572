package gazette.cli;

import gazette.edition.Newsletter;
import java.util.Optional;
import java.util.function.Supplier;

/** What cannot be undone asks for the newsletter's key once more. */
final class Confirmation {
    /** What was not done when the key was not given, such as {@code Nothing was sent}. */
    private final String nothing;

    /** How to be asked for nothing: a sentence with the command in it. */
    private final String howTo;

    Confirmation(String nothing, String howTo) {
        this.nothing = nothing;
        this.howTo = howTo;
    }

    /**
     * Returns when the key was given; refuses otherwise. Never asks where nobody can answer.
     *
     * @param given what the command line says
     * @param question asked if it says nothing; without an end, which is the key's
     */
    void of(Gazette gazette, Newsletter newsletter, Optional<String> given, Supplier<String> question) {
        if (given.isEmpty() && !gazette.mayAsk()) {
            throw new Refusal(ExitCode.USAGE, nothing + ". " + howTo);
        }
        String answer = given.orElseGet(() -> {
            gazette.screen().ask(question.get() + " Type " + newsletter.id() + " to go on: ");
            return gazette.surroundings().answer();
        });
        if (!answer.equals(newsletter.id())) {
            throw new Refusal(ExitCode.USAGE, nothing + ": «" + answer + "» is not «" + newsletter.id() + "».");
        }
    }
}
