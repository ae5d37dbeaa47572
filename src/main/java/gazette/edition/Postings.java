package gazette.edition;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Which places are filed under which number: a hash table of plain ints, for there are a hundred of them an article. */
final class Postings {
    private static final int NONE = -1;

    private int[] heads = new int[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int[] places = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private int size;

    Postings() {
        Arrays.fill(heads, NONE);
    }

    void add(int number, int place) {
        if (size == numbers.length) {
            grow();
        }
        numbers[size] = number;
        places[size] = place;
        link(size++);
    }

    /** Hands over the places filed under {@code number}, the latest first, at most {@code most}. */
    void each(int number, int most, IntConsumer place) {
        int left = most;
        for (int at = heads[bucket(number)]; at != NONE && left > 0; at = next[at]) {
            if (numbers[at] == number) {
                place.accept(places[at]);
                left--;
            }
        }
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, size * 2);
        places = Arrays.copyOf(places, size * 2);
        next = Arrays.copyOf(next, size * 2);
        heads = new int[size * 2];
        Arrays.fill(heads, NONE);
        for (int at = 0; at < size; at++) {
            link(at);
        }
    }

    private void link(int at) {
        int bucket = bucket(numbers[at]);
        next[at] = heads[bucket];
        heads[bucket] = at;
    }

    private int bucket(int number) {
        int mixed = number * 0x9E3779B1;
        return (mixed ^ mixed >>> 16) & heads.length - 1;
    }
}
