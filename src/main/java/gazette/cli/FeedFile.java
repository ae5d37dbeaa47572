package gazette.cli;

import gazette.config.FeedAddress;
import gazette.feed.FeedReader;
import gazette.feed.FeedReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A feed that lies in a file. */
final class FeedFile {
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(xml|rss|atom|rdf|json)");
    private static final Pattern TEXT = Pattern.compile("(?i).*\\.(txt|md|html?)");
    private static final Pattern BEGINNING =
            Pattern.compile("(?is)\\s*<(\\?xml|rss|feed|rdf:RDF|channel)\\b.*|\\s*\\{.*jsonfeed\\.org.*");

    /** In octets: what a feed says of itself stands at its top. */
    private static final int TOP = 1000;

    /** Where relative links lead when nobody says where the feed is from. */
    private static final String NOWHERE = "https://feed.invalid/";

    private FeedFile() {}

    /** By its name, or else by its first words. */
    static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (NAME.matcher(name).matches() || TEXT.matcher(name).matches()) {
            return NAME.matcher(name).matches();
        }
        try (InputStream octets = Files.newInputStream(file)) {
            String top = new String(octets.readNBytes(TOP), StandardCharsets.UTF_8);
            return BEGINNING.matcher(top.replace("\uFEFF", "")).matches();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("cannot read " + file, cannotRead);
        }
    }

    static FeedReading read(Path file, Optional<String> type, Optional<String> base) {
        URI address = FeedAddress.of(base.orElse(NOWHERE))
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "--base is '" + base.orElse("") + "': give the address that the feed is from."));
        try {
            return FeedReader.read(Files.readAllBytes(file), type, address);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("cannot read " + file, cannotRead);
        }
    }
}
