package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.TallyingSmtp.Faults;
import gazette.delivery.TallyingSmtp.Manners;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.render.Renderer;
import gazette.store.memory.MemoryPaceBook;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bad record harms nobody else; an address with a line break in it is refused before, as it is claimed. */
@Timeout(180)
final class OneBadRecordTest {
    private static final int READERS = 10_000;
    private static final String LOGIC =
            "<#if reader.parts?has_content && reader.parts?number gt 1>Parts\n</#if>${reader.ville!}\n";

    @TempDir
    private Path folder;

    @Test
    void amongTenThousandThreeAreListedWithReasonsAndTheOthersGetTheirsOnce() throws Exception {
        TinyOutbox outbox = new TinyOutbox(READERS, id -> Sample.dispatch(id, reader(id)));
        CompiledEdition compiled = compiled();
        Watch watch = new Watch();
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, Manners.GOOD, "gone@example.org"::equals)) {
            SmtpAccount account = Deliveries.account("main", smtp.port(), 4, 1, Rates.NONE);
            Courier courier = new SmtpCourier(account.server(), dispatch -> compiled.letter(dispatch.subscriber(), ""));
            Carrier carrier = Deliveries.carrier(account, courier, new MemoryPaceBook());

            Deliveries.run(Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, watch, Delivery.Until.IDLE));

            assertThat(outbox.states())
                    .isEqualTo(Map.of(
                            DispatchState.ACCEPTED, READERS - 3L,
                            DispatchState.REJECTED, 1L,
                            DispatchState.SUPPRESSED, 2L));
            assertThat(smtp.arrived())
                    .hasSize(READERS - 3)
                    .allSatisfy((id, a) -> assertThat(a.copies()).isEqualTo(1));
            assertThat(watch.words())
                    .hasSize(3)
                    .anySatisfy(words -> assertThat(words).contains("text.ftl"))
                    .anySatisfy(words -> assertThat(words).contains("'ville'"))
                    .anySatisfy(words -> assertThat(words).contains("5.1.1"));
        }
    }

    private static Subscriber reader(long id) {
        String address = id == 7000 ? "gone@example.org" : "reader-" + id + "@example.org";
        Map<String, String> columns = id == 17
                ? Map.of("parts", "deux")
                : Map.of("ville", id == 4711 ? "Évry \uD83C" : "Évry", "parts", String.valueOf(id % 3));
        return new Subscriber(
                id,
                gazette.mail.EmailAddress.of(address),
                "Lectrice " + id,
                Optional.empty(),
                Optional.empty(),
                columns);
    }

    private CompiledEdition compiled() throws IOException {
        write("subject.ftl", "L’édition du jour");
        write("text.ftl", LOGIC + "${reader.unsubscribe}\n");
        write("html.ftlh", "<p>${reader.unsubscribe}</p>");
        Renderer renderer = new Renderer(folder);
        Edition edition = Sample.topical("mine");
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        return new Press(Tokens.open(folder.resolve("secret.key")), renderer).compile(edition, rendering);
    }

    private void write(String file, String words) throws IOException {
        Path template = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(template.resolve(file), words, StandardCharsets.UTF_8);
    }
}
