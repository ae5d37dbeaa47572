package gazette.render;

import java.util.Arrays;

/** A text that is being put together, with whose each character is. For one thread. */
final class Proof {
    private final StringBuilder text = new StringBuilder();
    private int[] owners = new int[256];

    /** {@code words}, all of {@code owner}. */
    void add(String words, int owner) {
        makeRoom(words.length());
        Arrays.fill(owners, text.length(), text.length() + words.length(), owner);
        text.append(words);
    }

    /** What stands between {@code from} and {@code to}, with its owners. */
    void add(String words, int[] whose, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(whose, from, owners, text.length(), to - from);
        text.append(words, from, to);
    }

    String text() {
        return text.toString();
    }

    int[] owners() {
        return Arrays.copyOf(owners, text.length());
    }

    private void makeRoom(int more) {
        if (text.length() + more > owners.length) {
            owners = Arrays.copyOf(owners, 2 * (text.length() + more));
        }
    }
}
