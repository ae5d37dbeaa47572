package gazette.config;

import gazette.dkim.KeyFile;
import gazette.dkim.KeyKind;
import gazette.dkim.KeyUnusable;
import gazette.dkim.SelectedKey;
import gazette.dkim.SigningDomain;
import gazette.dkim.SigningKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code dkim}: the domain that signs messages, and its keys. */
final class DkimSection {
    private static final String ALONE =
            "an Ed25519 key never signs alone, because receivers that do not know it would" + " see no signature";

    private final Path workspace;

    private DkimSection(Path workspace) {
        this.workspace = workspace;
    }

    /** Empty when nothing is set, or when it is wrong. */
    static Optional<SigningSettings> read(Section dkim, Path workspace) {
        return new DkimSection(workspace).read(dkim);
    }

    /** A key with its selector, and the file that it is from. */
    private record Read(SelectedKey key, Path file) {}

    private Optional<SigningSettings> read(Section dkim) {
        Section second = dkim.section("ed25519");
        boolean hasSecond = isSet(second, "selector", "key-file");
        if (!hasSecond && !isSet(dkim, "domain", "selector", "key-file", "ed25519")) {
            dkim.close();
            return Optional.empty();
        }
        Optional<String> domain = dkim.required("domain", DkimSection::domain);
        if (hasSecond && !dkim.isSet("key-file")) {
            dkim.object("ed25519", "stands alone: " + ALONE, "make an RSA key with `gazette dkim keygen`");
        }
        Optional<Read> rsa = key(dkim, KeyKind.RSA);
        Optional<Read> ed25519 = hasSecond ? key(second, KeyKind.ED25519) : Optional.empty();
        second.close();
        dkim.close();
        rsa.flatMap(first -> ed25519.filter(other -> isSame(first, other)))
                .ifPresent(other -> second.object(
                        "selector",
                        "is that of the RSA key too",
                        "give each key a selector, and so a record, of its own"));
        return dkim.isSound() ? domain.flatMap(name -> rsa.map(first -> of(name, first, ed25519))) : Optional.empty();
    }

    private static boolean isSet(Section section, String... keys) {
        return Stream.of(keys).filter(section::isSet).count() > 0;
    }

    private static boolean isSame(Read one, Read other) {
        return one.key().selector().equalsIgnoreCase(other.key().selector());
    }

    private static SigningSettings of(String domain, Read rsa, Optional<Read> ed25519) {
        List<Path> files =
                Stream.concat(Stream.of(rsa), ed25519.stream()).map(Read::file).toList();
        return new SigningSettings(new SigningDomain(domain, rsa.key(), ed25519.map(Read::key)), files);
    }

    private static Fit<String> domain(String text) {
        try {
            return Fit.of(SigningDomain.domain(text.strip()));
        } catch (IllegalArgumentException notADomain) {
            return Fit.not("give the domain of the newsletter's address, such as example.org");
        }
    }

    private Optional<Read> key(Section section, KeyKind kind) {
        Optional<String> selector = section.required("selector", Kinds.unless(SelectedKey::objection));
        Optional<Path> file = section.required("key-file", Kinds.path(workspace));
        Optional<SigningKey> key = file.flatMap(path -> key(section, kind, path));
        return selector.flatMap(s -> key.map(k -> new Read(new SelectedKey(s, k), file.orElseThrow())));
    }

    private static Optional<SigningKey> key(Section section, KeyKind kind, Path file) {
        try {
            SigningKey key = KeyFile.read(file);
            if (key.kind() == kind) {
                return Optional.of(key);
            }
            section.object("key-file", "holds a key of the kind " + key.kind() + ": " + file, otherKind(kind));
        } catch (KeyUnusable why) {
            section.object("key-file", why.what(), why.remedy());
        }
        return Optional.empty();
    }

    private static String otherKind(KeyKind wanted) {
        return wanted == KeyKind.RSA
                ? "name it in dkim.ed25519.key-file, and an RSA key here: " + ALONE
                : "make one with `gazette dkim keygen --" + wanted.name().toLowerCase(Locale.ROOT) + "`";
    }
}
