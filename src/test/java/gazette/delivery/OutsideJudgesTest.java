package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.dkim.Engine;
import gazette.dkim.Keys;
import gazette.dkim.Signer;
import gazette.render.Renderer;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that receivers use say that the signatures hold; where they are not installed, nobody is asked. */
final class OutsideJudgesTest {
    @TempDir
    private Path folder;

    /** Letters of editions of all kinds to readers of all kinds. */
    private List<byte[]> letters(int count) {
        Signer signer = new Signer(Keys.both(), Engine.fastest());
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder), Optional.of(signer));
        AnyEdition editions = new AnyEdition(1);
        List<Subscriber> readers = AnyEdition.readers(1, count);
        List<byte[]> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompiledEdition edition = press.compile(editions.edition(i), Sample.rendering(editions.variant()));
            letters.add(((Letter) edition.letter(readers.get(i), "")).octets());
        }
        return letters;
    }

    @Test
    void dkimpyTakesFiveHundredNastyEditions() throws IOException, InterruptedException {
        Dkimpy.installed().takes(letters(500), folder);
    }

    @Test
    void rspamdTakesASampleOfThem() throws IOException, InterruptedException {
        try (Rspamd rspamd = Rspamd.start(folder)) {
            for (byte[] letter : letters(25)) {
                rspamd.takes(letter);
            }
            byte[] changed = letters(1).get(0);
            changed[changed.length - 3] ^= 1;
            assertThat(rspamd.says(changed)).contains("\"R_DKIM_REJECT\"");
        }
    }
}
