package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.TallyingSmtp.Faults;
import gazette.delivery.TallyingSmtp.Manners;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.Illustrations;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Rendering;
import gazette.render.Renderer;
import gazette.store.World;
import gazette.store.Worlds;
import gazette.store.memory.MemoryPaceBook;
import gazette.subscriber.ListRow;
import gazette.subscriber.Readership;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bad record harms nobody else, of whatever kind it is. */
@Timeout(180)
final class OneBadRecordTest {
    private static final int READERS = 10_000;
    private static final int BAD_TEMPLATE = 17;
    private static final int LINE_BREAK = 2026;
    private static final int LONE_SURROGATE = 4711;
    private static final int GONE = 7000;
    private static final String HALF_A_PAIR = "half of a pair";
    private static final String LOGIC =
            "<#if reader.parts?has_content && reader.parts?number gt 1>Parts\n</#if>${reader.ville!}\n";

    @TempDir
    private Path folder;

    @Test
    void amongTenThousandFourAreListedWithReasonsAndTheOthersGetTheirsOnce() throws Exception {
        CompiledEdition compiled = compiled();
        try (World world = Worlds.sqlite(folder, Clock.systemUTC());
                TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, Manners.GOOD, address(GONE)::equals)) {
            Stream<ListRow> readers = IntStream.rangeClosed(1, READERS).mapToObj(OneBadRecordTest::reader);
            EditionId edition =
                    Worlds.filled(world, readers, InDoubtPolicy.RETRY).id();
            Worlds.breakAddress(world, address(LINE_BREAK));
            Worlds.breakField(world, HALF_A_PAIR);
            DueOutbox outbox = new DueOutbox(world, edition);
            SmtpAccount account = Deliveries.account("main", smtp.port(), 4, 1, Rates.NONE);
            Courier courier = new SmtpCourier(account.server(), dispatch -> compiled.letter(dispatch.subscriber(), ""));
            Carrier carrier = Deliveries.carrier(account, courier, new MemoryPaceBook());

            Deliveries.run(
                    Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, new Watch(), Delivery.Until.IDLE));

            assertThat(outbox.states())
                    .isEqualTo(Map.of(
                            DispatchState.ACCEPTED, READERS - 4L,
                            DispatchState.REJECTED, 1L,
                            DispatchState.SUPPRESSED, 3L));
            assertThat(smtp.arrived())
                    .hasSize(READERS - 4)
                    .allSatisfy((id, a) -> assertThat(a.copies()).isEqualTo(1));
            assertThat(reasons(outbox))
                    .containsOnlyKeys(BAD_TEMPLATE, LINE_BREAK, LONE_SURROGATE, GONE)
                    .hasEntrySatisfying(BAD_TEMPLATE, why -> assertThat(why).contains("CANNOT_BE_RENDERED", "text.ftl"))
                    .hasEntrySatisfying(LINE_BREAK, why -> assertThat(why).contains("BAD_ADDRESS"))
                    .hasEntrySatisfying(
                            LONE_SURROGATE, why -> assertThat(why).contains("CANNOT_BE_RENDERED", "'ville'"))
                    .hasEntrySatisfying(GONE, why -> assertThat(why).contains("5.1.1"));
        }
    }

    /** Why whoever was not accepted was not, by their number. */
    private static Map<Integer, String> reasons(DueOutbox outbox) {
        Map<Integer, String> reasons = new TreeMap<>();
        outbox.each(
                outbox.edition(),
                EnumSet.complementOf(EnumSet.of(DispatchState.ACCEPTED)),
                row -> reasons.put(number(row.address()), row.reason() + ": " + row.words()));
        return reasons;
    }

    private static String address(int number) {
        return "reader-" + number + "@example.org";
    }

    private static int number(String address) {
        return Integer.parseInt(address.substring(7, address.indexOf('@')));
    }

    private static ListRow reader(int number) {
        return Worlds.row(
                number,
                address(number),
                number == BAD_TEMPLATE
                        ? Map.of("parts", "deux")
                        : Map.of(
                                "ville",
                                number == LONE_SURROGATE ? HALF_A_PAIR : "Évry",
                                "parts",
                                String.valueOf(number % 3)));
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
