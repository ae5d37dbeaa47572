package gazette.check;

import gazette.check.Feature.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of mail programs: the packed data of caniemail.com. Immutable. */
final class ClientSupport {
    private static final String FILE = "caniemail.tsv";

    private final LocalDate date;
    private final Map<String, Feature> features;

    private ClientSupport(LocalDate date, Map<String, Feature> features) {
        this.date = date;
        this.features = features;
    }

    /** What the program carries. */
    static ClientSupport packed() {
        try (InputStream in = ClientSupport.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + FILE + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", brokenJar);
        }
    }

    /** Reads data packed as the head of {@code caniemail.tsv} says. */
    static ClientSupport read(String packed) {
        Map<String, Feature> features = new LinkedHashMap<>();
        List<Client> clients = List.of();
        LocalDate date = LocalDate.EPOCH;
        String last = "";
        for (String line : packed.lines().filter(each -> !each.startsWith("#")).toList()) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("date")) {
                date = LocalDate.parse(cells[1]);
            } else if (cells[0].equals("clients")) {
                clients = List.of(cells[1].split(" ")).stream()
                        .map(Client::valueOf)
                        .toList();
            } else if (cells[0].isEmpty()) {
                features.put(last, remarked(known(features, last), cells, clients));
            } else {
                last = cells[0];
                features.put(last, new Feature(last, cells[1], support(cells[2], clients), List.of()));
            }
        }
        return new ClientSupport(date, features);
    }

    private static Feature known(Map<String, Feature> features, String slug) {
        return Optional.ofNullable(features.get(slug))
                .orElseThrow(() -> new IllegalArgumentException("a note stands before the first feature"));
    }

    private static Map<Client, Support> support(String letters, List<Client> clients) {
        if (letters.length() != clients.size()) {
            throw new IllegalArgumentException(
                    "'" + letters + "' has " + letters.length() + " letters for " + clients.size() + " clients");
        }
        Map<Client, Support> support = new EnumMap<>(Client.class);
        for (int i = 0; i < letters.length(); i++) {
            support.put(clients.get(i), Support.of(letters.charAt(i)));
        }
        return support;
    }

    private static Feature remarked(Feature feature, String[] cells, List<Client> clients) {
        Set<Client> about = EnumSet.noneOf(Client.class);
        cells[1].chars().forEach(digit -> about.add(clients.get(Character.digit(digit, 16))));
        List<Remark> remarks = new ArrayList<>(feature.remarks());
        remarks.add(new Remark(about, cells[2]));
        return new Feature(feature.slug(), feature.title(), feature.support(), remarks);
    }

    /** The day that the data is of. */
    LocalDate date() {
        return date;
    }

    Optional<Feature> feature(String slug) {
        return Optional.ofNullable(features.get(slug));
    }

    Collection<Feature> features() {
        return features.values();
    }
}
