package gazette.render;

import java.time.Duration;

/**
 * What one run of a template may cost.
 *
 * @param time on the clock
 * @param characters that it prints
 * @param octets of memory that it takes, those given back included
 */
record RenderLimits(Duration time, int characters, long octets) {
    /** Many times what an edition needs, and little enough that a runaway template harms nobody else. */
    static final RenderLimits USUAL = new RenderLimits(Duration.ofSeconds(5), 2_000_000, 64L << 20);
}
