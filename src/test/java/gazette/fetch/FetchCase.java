package gazette.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.PrivateNetworks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file with a story: first what is asked, then, from the first {@code request}, {@code tls}, {@code S:} or {@code wait}
 * on, what {@link ScriptedHttp} plays.
 *
 * <pre>
 * allow 127.0.0.1                what the source allows; none at first
 * name a.example.org 127.0.0.1   where a name is; a second line for the same name is the second answer, the last one stays
 * limit octets 1000              another limit than {@link #LIMITS}; also total, idle and turn, in milliseconds
 * want page                      what for; a feed at first
 * etag "x"                       what is asked with; also modified
 * show all                       every line of what the server heard goes into the account
 * fetch http://127.0.0.1:PORT/   one fetch after the other
 * </pre>
 */
record FetchCase(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/gazette/fetch");
    static final FetchLimits LIMITS = new FetchLimits(
            10_000_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            5,
            16_384,
            128,
            4);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> SCRIPT = List.of("request", "tls", "S:", "wait", "drop", "flood", "drip", "B:");

    static List<FetchCase> all(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(FetchCase::new)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Path expected() {
        return file.resolveSibling(toString().replace(".http", ".expected"));
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }

    /** What came of it. */
    String account() throws IOException {
        List<String> lines = Files.readAllLines(file, UTF_8);
        int script = 0;
        while (script < lines.size() && !SCRIPT.contains(lines.get(script).split(" ")[0])) {
            script++;
        }
        List<String> asked = lines.subList(0, script);
        try (ScriptedHttp server = new ScriptedHttp(
                        lines.subList(script, lines.size()), Optional.of(gazette.delivery.Loopback.context()));
                WebFetcher fetcher = new WebFetcher(
                        "Gazette/0.1.0 (+https://lettre.example.org; lettre@example.org)",
                        limits(asked),
                        CLOCK,
                        names(asked),
                        gazette.delivery.Loopback.context())) {
            List<String> account = fetches(asked, server.port(), fetcher);
            account.addAll(heard(server, asked.contains("show all")));
            return String.join("\n", account).replace(String.valueOf(server.port()), "PORT") + "\n";
        }
    }

    private static List<String> fetches(List<String> asked, int port, WebFetcher fetcher) {
        List<String> account = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        Optional<String> etag = Optional.empty();
        Optional<String> modified = Optional.empty();
        Wanted wanted = asked.contains("want page") ? Wanted.PAGE : Wanted.FEED;
        for (String line : asked) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.split(" ")[0]) {
                case "allow" -> {
                    allowed.removeIf(entry -> rest.equals("none"));
                    Stream.of(rest).filter(entry -> !entry.equals("none")).forEach(allowed::add);
                }
                case "etag" -> etag = Optional.of(rest);
                case "modified" -> modified = Optional.of(rest);
                case "fetch" ->
                    account.addAll(told(fetcher.fetch(new Request(
                            URI.create(rest.replace("PORT", String.valueOf(port))),
                            wanted,
                            etag,
                            modified,
                            new PrivateNetworks(allowed)))));
                default -> {}
            }
        }
        return account;
    }

    private static FetchLimits limits(List<String> asked) {
        Map<String, Integer> given = new HashMap<>();
        asked.stream()
                .filter(line -> line.startsWith("limit "))
                .map(line -> line.split(" "))
                .forEach(words -> given.put(words[1], Integer.parseInt(words[2])));
        return new FetchLimits(
                given.getOrDefault("octets", LIMITS.octets()),
                Duration.ofMillis(
                        given.getOrDefault("total", (int) LIMITS.total().toMillis())),
                LIMITS.connect(),
                Duration.ofMillis(given.getOrDefault("idle", (int) LIMITS.idle().toMillis())),
                Duration.ofMillis(given.getOrDefault("turn", (int) LIMITS.turn().toMillis())),
                LIMITS.redirects(),
                LIMITS.lineOctets(),
                LIMITS.lines(),
                LIMITS.large());
    }

    private static Names names(List<String> asked) {
        Map<String, Deque<InetAddress[]>> answers = new HashMap<>();
        asked.stream()
                .filter(line -> line.startsWith("name "))
                .map(line -> line.split(" "))
                .forEach(words -> answers.computeIfAbsent(words[1], name -> new ArrayDeque<>())
                        .add(addresses(Arrays.copyOfRange(words, 2, words.length))));
        return name -> {
            Deque<InetAddress[]> known = Optional.ofNullable(answers.get(name))
                    .orElseThrow(() -> new UncheckedIOException(new UnknownHostException(name)));
            synchronized (known) {
                return known.size() > 1 ? known.remove() : known.element();
            }
        };
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals)
                .map(text -> gazette.article.Network.address(text).orElseThrow())
                .toArray(InetAddress[]::new);
    }

    private static List<String> told(Fetched fetched) {
        if (fetched instanceof Document document) {
            String text = new String(document.octets(), UTF_8);
            List<String> lines = new ArrayList<>(List.of(
                    "document   " + document.octets().length + " octets «"
                            + text.substring(0, Math.min(60, text.length())) + "»",
                    "  address  " + document.address()));
            document.contentType().ifPresent(type -> lines.add("  type     " + type));
            document.moved().ifPresent(moved -> lines.add("  moved    " + moved));
            document.etag().ifPresent(etag -> lines.add("  etag     " + etag));
            document.lastModified().ifPresent(date -> lines.add("  modified " + date));
            return lines;
        }
        if (fetched instanceof Fetched.Failed failed) {
            return Stream.concat(
                            Stream.of("failed     " + failed.why()),
                            failed.notBefore().map(when -> "  not before " + when).stream())
                    .toList();
        }
        if (fetched instanceof Fetched.There) {
            return List.of("there");
        }
        return fetched instanceof Fetched.Unchanged unchanged
                ? List.of(
                        "unchanged" + unchanged.moved().map(m -> "  moved " + m).orElse(""))
                : List.of("gone");
    }

    private static List<String> heard(ScriptedHttp server, boolean isAll) {
        return server.heard().stream()
                .filter(line -> isAll || line.matches("<connection>|(?:GET|HEAD) .*|(Host|If-.*|Authorization): .*"))
                .map(line -> "heard      " + line)
                .toList();
    }
}
