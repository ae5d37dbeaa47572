package gazette.cli;

import gazette.config.SettingValue;
import gazette.config.SigningSettings;
import gazette.dkim.KeyFile;
import gazette.dkim.KeyKind;
import gazette.dkim.KeyRecord;
import gazette.dkim.SelectedKey;
import gazette.dkim.SigningDomain;
import gazette.dkim.SigningKey;
import gazette.mail.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code gazette dkim}. */
final class DkimCommand {
    private DkimCommand() {}

    /** {@code gazette dkim keygen}. Works with settings that name a key that is still to be made. */
    static final class Keygen implements Command {
        private static final String FOLDER = "secrets";

        private final Gazette gazette;
        private boolean ed25519;
        private Optional<String> selector = Optional.empty();
        private Optional<String> domain = Optional.empty();
        private Optional<Path> file = Optional.empty();

        Keygen(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named(
                    "keygen", "Make a key that signs the mail, and say what to put into the settings and the DNS.");
            syntax.flag(
                    "--ed25519", "A key of the kind Ed25519 (default: RSA with 2048 bits).", value -> ed25519 = value);
            syntax.option(
                    "--selector",
                    "NAME",
                    "The name of its record (default: the first of g1, g2, … that the settings do not name).",
                    value -> selector = Optional.of(value));
            syntax.option(
                    "--domain",
                    "DOMAIN",
                    "Who signs (default: dkim.domain, else the domain of the first newsletter).",
                    value -> domain = Optional.of(value));
            syntax.parameter(
                    "FILE",
                    "Where the key goes (default: secrets/dkim-SELECTOR.pem in the workspace).",
                    Path.class,
                    value -> file = Optional.of(value));
            syntax.footer(
                    "",
                    "Examples:",
                    "  gazette dkim keygen             an RSA key, for the domain of the first newsletter",
                    "  gazette dkim keygen --ed25519   a second key, which signs beside the first",
                    "",
                    "A key that is there is never written over. A new key takes a new selector: mail that is on its way",
                    "still needs the record of the old one, for a week or so.");
        }

        @Override
        public ExitCode call() {
            List<SettingValue> settings = gazette.readSettings().values();
            String signing = domain(settings);
            String name = selector.orElseGet(() -> unused(settings));
            SelectedKey.objection(name).ifPresent(why -> {
                throw new Refusal(ExitCode.USAGE, "--selector: " + why + ".");
            });
            Path target = target(name);
            SigningKey key = SigningKey.make(ed25519 ? KeyKind.ED25519 : KeyKind.RSA, new SecureRandom());
            write(target, key);
            say(signing, new SelectedKey(name, key), target, settings);
            return ExitCode.DONE;
        }

        private Path target(String name) {
            return file.map(path -> gazette.surroundings().folder().resolve(path))
                    .orElseGet(() -> gazette.folder().resolve(FOLDER).resolve("dkim-" + name + ".pem"))
                    .toAbsolutePath()
                    .normalize();
        }

        private String domain(List<SettingValue> settings) {
            try {
                return domain.or(() -> value(settings, "dkim\\.domain"))
                        .or(() -> value(settings, "newsletters\\.[^.]+\\.from")
                                .map(from -> Mailbox.of(from).address().domain()))
                        .map(SigningDomain::domain)
                        .orElseThrow(() -> new Refusal(
                                ExitCode.USAGE,
                                "Which domain is to sign? There are no settings in " + gazette.folder()
                                        + " that tell: name it with --domain."));
            } catch (IllegalArgumentException notADomain) {
                throw new Refusal(ExitCode.USAGE, "--domain: " + notADomain.getMessage() + ".");
            }
        }

        private static Optional<String> value(List<SettingValue> settings, String path) {
            return settings.stream()
                    .filter(value -> value.path().matches(path))
                    .map(SettingValue::value)
                    .findFirst();
        }

        private static String unused(List<SettingValue> settings) {
            List<String> used = Stream.of("dkim\\.selector", "dkim\\.ed25519\\.selector")
                    .flatMap(path -> value(settings, path).stream())
                    .toList();
            return IntStream.rangeClosed(1, used.size() + 1)
                    .mapToObj(number -> "g" + number)
                    .filter(name -> !used.contains(name))
                    .findFirst()
                    .orElseThrow();
        }

        private static void write(Path target, SigningKey key) {
            try {
                KeyFile.write(target, key);
            } catch (FileAlreadyExistsException there) {
                throw new Refusal(
                        ExitCode.USAGE,
                        there.getFile()
                                + " is there already, and a key is never written over: take another selector, or"
                                + " another FILE.");
            } catch (IOException cannotWrite) {
                throw new UncheckedIOException("cannot write " + target, cannotWrite);
            }
        }

        private void say(String signing, SelectedKey key, Path target, List<SettingValue> settings) {
            KeyRecord record = key.record(signing);
            String shown = target.startsWith(gazette.folder())
                    ? gazette.folder().relativize(target).toString()
                    : target.toString();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", target.toString());
            document.put("domain", signing);
            document.putAll(document(key, record));
            List<String> lines = new ArrayList<>();
            lines.add(gazette.screen().tick() + " " + shown + ": a key of the kind "
                    + key.key().kind() + ", which nobody but you can read");
            lines.add("");
            lines.add("For gazette.yaml:");
            lines.addAll(settings(signing, key, shown, settings));
            lines.add("");
            lines.addAll(lines(record));
            lines.add("");
            lines.add("Publish the record first, then change the settings; `gazette dkim record` prints it again.");
            gazette.screen().answer(document, lines);
        }

        private List<String> settings(String signing, SelectedKey key, String file, List<SettingValue> settings) {
            String pair = "selector: " + key.selector() + ", key-file: " + quoted(file);
            if (!ed25519) {
                return List.of("  dkim: {domain: " + signing + ", " + pair + "}");
            }
            String first = value(settings, "dkim\\.selector").isPresent()
                    ? "  (below dkim, beside its other keys)"
                    : "  (below dkim; it needs an RSA key beside it: gazette dkim keygen)";
            return List.of("  ed25519: {" + pair + "}", first);
        }

        private static String quoted(String file) {
            return file.matches("[A-Za-z0-9._/-]+") ? file : "\"" + file.replaceAll("([\\\\\"])", "\\\\$1") + "\"";
        }
    }

    /** {@code gazette dkim record}. */
    static final class Records implements Command {
        private final Gazette gazette;

        Records(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("record", "The DNS records that publish the keys of the settings.");
        }

        @Override
        public ExitCode call() {
            SigningDomain domain = gazette.settings()
                    .dkim()
                    .map(SigningSettings::domain)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.USAGE,
                            "The settings have no dkim: make a key with `gazette dkim keygen`, which says what to put"
                                    + " there."));
            List<Map<String, Object>> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (SelectedKey key : domain.keys()) {
                KeyRecord record = key.record(domain.name());
                documents.add(document(key, record));
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                lines.addAll(lines(record));
            }
            gazette.screen().answer(Map.of("domain", domain.name(), "records", documents), lines);
            return ExitCode.DONE;
        }
    }

    private static Map<String, Object> document(SelectedKey key, KeyRecord record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("selector", key.selector());
        document.put("kind", key.key().kind().tag());
        document.put("type", "TXT");
        document.put("name", record.name());
        document.put("value", record.value());
        document.put("strings", record.strings());
        document.put("zone", record.zoneLine());
        return document;
    }

    private static List<String> lines(KeyRecord record) {
        return List.of(
                "For a zone file:",
                "  " + record.zoneLine(),
                "",
                "For a form on the web, as one TXT record:",
                "  name   " + record.name(),
                "  value  " + record.value());
    }
}
