package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.CompiledEdition;
import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.Letter;
import gazette.delivery.Tally;
import gazette.digest.RunOptions;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Variant;
import gazette.mail.EmailAddress;
import gazette.store.TurnTimes;
import gazette.subscriber.Subscriber;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Gazette as one sender of {@code src/bench/run}: a workspace with a store on the disk, an edition of a usual size with
 * eleven personal fields, and the couriers of the real program. {@code FOLDER PORT CONNECTIONS WARM-UP MESSAGES WINDOW
 * [DKIM-KEY]} prints how many messages were accepted after the warm-up, the seconds, the seconds of processor time, how
 * long a turn waited for its commit in microseconds, how many turns a commit took along, and the most memory that was
 * resident, in megabytes. {@code FOLDER letter} writes the letter that other senders fill in by themselves.
 */
public final class BenchSender {
    private static final List<String> COLUMNS =
            List.of("name", "ville", "region", "numero", "formule", "parrain", "conseil", "agence");
    private static final String WORDS = """
            le réseau électrique a tenu cet hiver malgré la vague de froid qui a traversé le continent les gestionnaires \
            saluent une première mais appellent à la prudence pour les années à venir où l’on attend davantage de besoins \
            dans les villages d’altitude les vergers fleurissent plus tôt et les agriculteurs s’adaptent avec de nouvelles \
            variétés résistantes une étude montre que la récolte pourrait baisser d’un dixième d’ici la fin du siècle""";
    private static final int READERS = 20_000;

    private final Path folder;

    private BenchSender(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        BenchSender sender = new BenchSender(Path.of(args[0]));
        if (args[1].equals("letter")) {
            sender.letter();
            return;
        }
        System.out.println(sender.send(args));
        System.exit(0); // threads of a pool may idle on
    }

    private String send(String[] args) throws IOException {
        int warmUp = Integer.parseInt(args[3]);
        int messages = Integer.parseInt(args[4]);
        String dkim =
                args.length > 6 ? "dkim: {domain: example.org, selector: bench, key-file: " + args[6] + "}\n" : "";
        write("gazette.yaml", settings(args[1], args[2], args[5]) + dkim);
        readers(warmUp + messages);
        try (Workspace workspace = Workspace.open(read(), Clock.systemUTC())) {
            return send(workspace, warmUp);
        }
    }

    private static String send(Workspace workspace, int warmUp) throws IOException {
        Edition edition = edition(workspace, warmUp);
        drain(workspace);
        workspace.store().editions().resume(edition.id());
        Tally before = workspace.store().outbox().tally(edition.id());
        TurnTimes turns = workspace.store().turnTimes();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        drain(workspace);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double used = (system.getProcessCpuTime() - cpu) / 1e9;
        Tally after = workspace.store().outbox().tally(edition.id());
        TurnTimes meanwhile = workspace.store().turnTimes().since(turns);
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %d %.1f %d",
                accepted(after) - accepted(before),
                seconds,
                used,
                meanwhile.meanWait().toNanos() / 1000,
                meanwhile.turnsPerCommit(),
                residentMegabytes());
    }

    private static long accepted(Tally tally) {
        return tally.in(gazette.delivery.DispatchState.ACCEPTED);
    }

    private static Edition edition(Workspace workspace, int firstWave) {
        Newsletter newsletter = workspace.settings().newsletters().get(0);
        Cadence cadence = newsletter.cadences().get(0);
        Instant slot = Instant.parse("2026-11-23T06:00:00Z");
        return workspace
                .digestRun(Duration.ZERO)
                .run(newsletter, cadence, slot, new RunOptions(Optional.of(Duration.ZERO), Optional.of(firstWave)))
                .edition()
                .orElseThrow();
    }

    private static void drain(Workspace workspace) {
        try (Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.IDLE)) {
            if (!couriers.areDone(Duration.ofMinutes(30))) {
                throw new IllegalStateException("not done after half an hour");
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The files html, text, subject and readers.tsv; a field stands as {@code @@name@@}. */
    private void letter() throws IOException {
        write("gazette.yaml", settings("2525", "1", "1"));
        readers(1);
        Path letter = Files.createDirectories(folder.resolve("letter"));
        try (Workspace workspace = Workspace.open(read(), Clock.systemUTC())) {
            Edition edition = edition(workspace, 1);
            CompiledEdition compiled = workspace
                    .press()
                    .compile(
                            edition,
                            workspace.store().editions().rendering(edition.id()).orElseThrow());
            Variant variant = compiled.filled(marked()).orElseThrow();
            Files.writeString(letter.resolve("subject"), variant.subject());
            Files.writeString(letter.resolve("html"), marked(variant.html().orElseThrow()));
            Files.writeString(letter.resolve("text"), marked(variant.text()));
            System.out.println(((Letter) compiled.letter(marked(), "")).size());
        }
        try (Writer rows = Files.newBufferedWriter(letter.resolve("readers.tsv"))) {
            rows.write("address\tunsubscribe\t" + String.join("\t", COLUMNS) + "\n");
            for (int i = 0; i < READERS; i++) {
                rows.write("reader-" + i + "@" + domain(i) + "\thttps://lettre.example.org/unsubscribe/"
                        + String.format(Locale.ROOT, "%044d", i) + "\t"
                        + String.join("\t", values(i).values()) + "\n");
            }
        }
    }

    private static Subscriber marked() {
        Map<String, String> fields = new LinkedHashMap<>();
        COLUMNS.stream().skip(1).forEach(column -> fields.put(column, "@@" + column + "@@"));
        return new Subscriber(
                1,
                EmailAddress.of("marked@example.org"),
                "@@name@@",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 15)),
                fields);
    }

    private static String marked(String words) {
        return words.replaceAll("https://lettre\\.example\\.org/unsubscribe/[\\w-]+", "@@unsubscribe@@")
                .replace("marked@example.org", "@@address@@");
    }

    private Settings read() {
        return SettingsFile.read(folder, Map.of(), cron -> Optional.empty())
                .settings()
                .orElseThrow();
    }

    private static String settings(String port, String connections, String window) {
        return """
                store: data/gazette.db
                newsletters:
                  la-gazette:
                    name: La Gazette
                    from: La Gazette <lettre@example.org>
                    language: fr
                    timezone: Europe/Paris
                    postal-address: 1 rue de l'Exemple, 75002 Paris
                    template: bench
                    sources:
                      - folder: articles
                    cadences:
                      daily: {cron: "0 0 7 ? * MON-FRI"}
                    subscribers: subscribers/la-gazette.csv
                    cooldown: 0
                smtp: {host: 127.0.0.1, port: %s, tls: none, connections: %s, window: %s, messages-per-connection: 0}
                web: {listen: "127.0.0.1:8025", url: "https://lettre.example.org"}
                """.formatted(port, connections, window);
    }

    private void readers(int count) throws IOException {
        articles();
        Files.createDirectories(folder.resolve("subscribers"));
        try (Writer rows = Files.newBufferedWriter(folder.resolve("subscribers/la-gazette.csv"))) {
            rows.write("address,since," + String.join(",", COLUMNS) + "\n");
            for (int i = 0; i < count; i++) {
                rows.write("reader-" + i + "@" + domain(i) + ",2026-01-15,"
                        + String.join(",", values(i).values()) + "\n");
            }
        }
    }

    private static String domain(int reader) {
        return List.of("example.org", "example.com", "example.net", "mail.example.org")
                .get(reader % 4);
    }

    private static Map<String, String> values(int reader) {
        Random chance = new Random(reader);
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            values.put(column, words(chance, 1 + chance.nextInt(3)));
        }
        values.put("name", "Lectrice " + reader);
        values.put("numero", String.valueOf(100_000 + reader));
        return values;
    }

    /** Four articles, with the template that prints the fields of a reader above and below them. */
    private void articles() throws IOException {
        Random chance = new Random(7);
        for (int article = 1; article <= 4; article++) {
            StringBuilder text = new StringBuilder(sentence(chance, 9)).append("\n\n");
            for (int paragraph = 0; paragraph < 9; paragraph++) {
                text.append(sentence(chance, 60)).append("\n\n");
            }
            write("articles/" + article + ".txt", text.toString());
        }
        String fields =
                "Bonjour ${reader.name}, de ${reader.ville} (${reader.region}) : votre formule ${reader.formule},"
                        + " n° ${reader.numero}, suivie par ${reader.agence}.";
        String more = "${reader.parrain} vous a invitée ; notre conseil : ${reader.conseil}.";
        write(
                "templates/bench/html.ftlh",
                "<#import \"macros.ftlh\" as m>\n<@m.letter>\n<@m.masthead><br>${words.window(edition.window)}</@m.masthead>\n"
                        + "<tr><td ${css(\"panel\", \"ink\")}><p>" + fields + "</p></td></tr>\n<@m.contents/>\n"
                        + "<#list articles as article>\n<@m.story article article?is_first?then(\"first\", \"title\")/>\n</#list>\n"
                        + "<tr><td ${css(\"panel\", \"ink\")}><p>" + more + "</p></td></tr>\n</@m.letter>\n");
        write(
                "templates/bench/text.ftl",
                "<#import \"macros.ftl\" as m>\n<@m.masthead>${wrap(words.window(edition.window))}</@m.masthead>\n${wrap(\""
                        + fields.replace("\"", "\\\"")
                        + "\")}\n\n<@m.contents/>\n<#list articles as article>\n<@m.story article/>\n</#list>\n${wrap(\""
                        + more
                        + "\")}\n\n<@m.addresses/>\n<@m.footer/>\n");
        write("templates/bench/subject.ftl", "${reader.name}, ${edition.subject!\"La Gazette\"}\n");
    }

    private static String sentence(Random chance, int words) {
        String sentence = words(chance, words);
        return sentence.substring(0, 1).toUpperCase(Locale.FRENCH) + sentence.substring(1) + ".";
    }

    private static String words(Random chance, int count) {
        String[] all = WORDS.split("\\s+");
        return chance.ints(count, 0, all.length).mapToObj(i -> all[i]).collect(Collectors.joining(" "));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
