package gazette.check;

import gazette.check.Finding.Level;
import gazette.dkim.SeenSignature;
import gazette.dkim.SigningDomain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The signatures of a message, DKIM's: what they cover, and whether those of the workspace's own keys hold. */
final class SignatureRules implements Rule {
    private static final Sentence PLACE = Place.header("DKIM-Signature");

    /** Receivers ask for From (RFC 6376 section 5.4), and for the others before they show a button to leave by. */
    private static final List<String> COVERED = List.of("from", "list-unsubscribe", "list-unsubscribe-post");

    private final Optional<SigningDomain> own;

    /** @param own whose keys are at hand */
    SignatureRules(Optional<SigningDomain> own) {
        this.own = own;
    }

    @Override
    public List<Finding> of(Specimen specimen) {
        if (specimen.header("DKIM-Signature").isEmpty()) {
            return specimen.making().isPresent() ? List.of() : List.of(unsigned(specimen));
        }
        List<Finding> findings = new ArrayList<>();
        SeenSignature.in(octets(specimen)).forEach(signature -> findings.addAll(of(specimen, signature)));
        return findings;
    }

    /** As it went over the wire: a saved file may end its lines with LF alone. */
    private static byte[] octets(Specimen specimen) {
        return specimen.raw().replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Finding unsigned(Specimen specimen) {
        return specimen.finding(
                Level.INFO,
                "dkim-unsigned",
                PLACE,
                Sentence.named(
                        "dkim-unsigned.message",
                        "there is none: large providers refuse newsletters that nobody signed, or file them as spam"),
                Sentence.named("dkim-unsigned.sign", "sign it with a key of the domain of From: gazette dkim keygen"));
    }

    private List<Finding> of(Specimen specimen, SeenSignature signature) {
        List<Finding> findings = new ArrayList<>();
        Sentence by = Sentence.named(
                "dkim.signature", "the signature of {0}, {1},", signature.domain(), signature.selector());
        uncovered(specimen, signature)
                .ifPresent(names -> findings.add(specimen.finding(
                        Level.WARN,
                        "dkim-uncovered",
                        PLACE,
                        Sentence.of(
                                "{0} does not cover {1}: receivers trust no field that nobody signed (RFC 8058)",
                                by, names),
                        Sentence.of("have the signer name these fields in h="))));
        if (signature.isOfABeginning()) {
            findings.add(specimen.finding(
                    Level.WARN,
                    "dkim-of-a-beginning",
                    PLACE,
                    Sentence.of("{0} covers the beginning of the body alone (l=): anybody can add to the message", by),
                    Sentence.of("have the signer leave out l=")));
        }
        if (signature.algorithm().endsWith("-sha1")) {
            findings.add(specimen.finding(
                    Level.WARN,
                    "dkim-outdated",
                    PLACE,
                    Sentence.of("{0} is made with SHA-1, which receivers no longer take (RFC 8301)", by),
                    Sentence.of("have the signer use rsa-sha256")));
        }
        if (own.flatMap(signature::verifiesBy).filter(holds -> !holds).isPresent()) {
            findings.add(
                    specimen.finding(
                            Level.ERROR,
                            "dkim-broken",
                            PLACE,
                            Sentence.of(
                                    "{0} does not hold: the message was changed after it was signed, or the key is another one now",
                                    by),
                            Sentence.of(
                                    "compare it with what `gazette preview --out` writes: a server on the way may rewrite messages")));
        }
        return findings;
    }

    private static Optional<String> uncovered(Specimen specimen, SeenSignature signature) {
        List<String> names = COVERED.stream()
                .filter(name -> specimen.header(name).isPresent())
                .filter(name -> !signature.names().contains(name))
                .toList();
        return Stream.of(String.join(", ", names)).filter(all -> !all.isEmpty()).findFirst();
    }
}
