package gazette.delivery;

import gazette.edition.Variant;
import gazette.render.TemplateProblem;
import java.util.function.Function;

/** What the messages of one variant are printed from. Safe to use from many threads. */
sealed interface Plate permits CompiledVariant, Plate.Personal, Plate.Broken {
    /** What it keeps in memory, in octets. */
    long octets();

    /**
     * What {@code reader}'s message is spliced from.
     *
     * @throws TemplateProblem when nothing can be made of the variant
     */
    CompiledVariant compiled(Addressee reader);

    /** A variant with logic on the reader: rendered and encoded anew for each. */
    record Personal(Function<Addressee, Variant> rendered, Function<Variant, CompiledVariant> compile)
            implements Plate {
        @Override
        public long octets() {
            return 0;
        }

        @Override
        public CompiledVariant compiled(Addressee reader) {
            return rendered.andThen(compile).apply(reader);
        }
    }

    /** A variant that no message can be made of: kept, so that it is not tried again for each of its readers. */
    record Broken(String why) implements Plate {
        @Override
        public long octets() {
            return 0;
        }

        @Override
        public CompiledVariant compiled(Addressee reader) {
            throw TemplateProblem.failed(why);
        }
    }
}
