package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Block;
import gazette.article.WebAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the items of one feed are known by: the id; where there is none, or several items have the same, the address;
 * where there is none either, a digest of the words.
 */
final class Identities {
    /** Where the items of each id lead, or what they are called. */
    private final Map<String, Set<String>> placesById = new HashMap<>();

    private Identities(List<FeedItem> items) {
        items.stream()
                .filter(item -> !item.id().isEmpty())
                .forEach(item -> placesById
                        .computeIfAbsent(item.id(), id -> new HashSet<>())
                        .add(place(item)));
    }

    /** The items by what they are known by, in their order; of those that are known by the same, the newest. */
    static Map<String, FeedItem> of(List<FeedItem> items) {
        Identities identities = new Identities(items);
        Map<String, FeedItem> byName = new LinkedHashMap<>();
        items.forEach(item -> byName.merge(identities.name(item), item, Identities::newest));
        return byName;
    }

    private String name(FeedItem item) {
        boolean isOnlyOne = placesById.getOrDefault(item.id(), Set.of()).size() == 1;
        if (isOnlyOne) {
            return item.id();
        }
        return item.address().map(WebAddress::key).orElseGet(() -> digest(item));
    }

    private static String place(FeedItem item) {
        return item.address().map(WebAddress::key).orElse(item.title());
    }

    private static FeedItem newest(FeedItem first, FeedItem second) {
        return moment(second).isAfter(moment(first)) ? second : first;
    }

    private static Instant moment(FeedItem item) {
        return item.updated().or(item::published).map(FeedItem.Stamp::instant).orElse(Instant.MIN);
    }

    private static String digest(FeedItem item) {
        String words = item.title() + "\n" + words(item.content());
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
            return "words:" + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    private static String words(Collection<Block> blocks) {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
