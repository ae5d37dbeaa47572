package gazette.delivery;

import gazette.dkim.Signer;
import gazette.edition.Edition;
import gazette.edition.Masthead;
import gazette.edition.Rendering;
import gazette.render.Renderer;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Token;
import gazette.subscriber.Tokens;
import java.util.Optional;

/**
 * Makes editions ready to be sent. The octets of a letter depend on the edition, what is frozen with it and the reader
 * alone: neither clock, chance nor machine is in them, so a second attempt is the same letter. Needs no store. Safe to
 * use from many threads.
 */
public final class Press {
    private final Tokens tokens;
    private final Renderer renderer;
    private final Optional<Signer> signer;

    /** One whose letters are not signed. */
    public Press(Tokens tokens, Renderer renderer) {
        this(tokens, renderer, Optional.empty());
    }

    /**
     * One whose letters are signed where there is somebody to do it.
     *
     * @param renderer for readers who changed their wishes since, and for templates with logic on the reader
     * @param signer of every letter, if there is one
     */
    public Press(Tokens tokens, Renderer renderer, Optional<Signer> signer) {
        this.tokens = tokens;
        this.renderer = renderer;
        this.signer = signer;
    }

    /** Makes {@code edition} ready to be sent. Quick: a variant is encoded when its first reader comes. */
    public CompiledEdition compile(Edition edition, Rendering rendering) {
        Masthead masthead = edition.masthead();
        return new CompiledEdition(edition, rendering, renderer, signer, reader -> leaving(masthead, reader));
    }

    /** Where {@code reader} leaves the newsletter. */
    private String leaving(Masthead masthead, Subscriber reader) {
        return masthead.web()
                + "/unsubscribe/"
                + tokens.sign(new Token(Token.Purpose.UNSUBSCRIBE, masthead.newsletter(), reader.id()));
    }
}
