package gazette.delivery;

import java.util.Random;

/** What a seed decides, in the order in which it is asked. Once it is calm, nothing fails any more. */
final class Chance {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;
    private boolean calm;

    Chance(long seed) {
        this.random = new Random(seed * SPREAD);
    }

    /** For whoever draws beside, from the same sequence. */
    Random random() {
        return random;
    }

    void calmDown() {
        calm = true;
    }

    /** Whether something fails now that fails so often, from 0 to 1. */
    boolean happens(double often) {
        return !calm && random.nextDouble() < often;
    }

    /** How often something fails, in a run in which it may: that is every other one. */
    double sometimes(double atMost) {
        return random.nextBoolean() ? 0 : atMost * random.nextDouble();
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** Once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to {@code most}. */
    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** From {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + upTo(most - least);
    }
}
