package gazette.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that HTML or CSS can do, and who draws it.
 *
 * @param slug such as {@code css-border-radius}: the last part of its address at caniemail.com
 * @param title as people write it
 * @param support of each client
 */
record Feature(String slug, String title, Map<Client, Support> support, List<Remark> remarks) {
    /** What is odd about a feature in some clients. */
    record Remark(Set<Client> clients, String words) {}

    Feature {
        support = Map.copyOf(support);
        remarks = List.copyOf(remarks);
    }

    Support in(Client client) {
        return support.getOrDefault(client, Support.UNTESTED);
    }
}
