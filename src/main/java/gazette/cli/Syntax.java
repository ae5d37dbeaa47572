package gazette.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * What a command takes, and where the values go. Picocli is told by calls: to read the same from annotations takes half as
 * long as a short command. Descriptions may hold {@code ${COMPLETION-CANDIDATES}}, the words of an enumeration. For one
 * thread.
 */
final class Syntax {
    private final CommandSpec spec;
    private ScopeType scope = ScopeType.LOCAL;
    private int parameters;

    private Syntax(CommandSpec spec) {
        this.spec = spec;
    }

    /** Of {@code command}, as it describes itself. */
    static CommandSpec of(Command command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        command.describe(new Syntax(spec));
        return spec;
    }

    /** Of all commands together, which {@code described} describes; what they share is shared from then on. */
    static CommandSpec ofAll(Consumer<Syntax> described) {
        CommandSpec spec = CommandSpec.create().scopeType(ScopeType.INHERIT);
        described.accept(new Syntax(spec));
        return spec;
    }

    /** What the help calls it, and says first. */
    void named(String name, String description) {
        spec.name(name).usageMessage().description(description);
    }

    /** What the help says last. */
    void footer(String... lines) {
        spec.usageMessage().footer(lines);
    }

    /** What is described from here on, every command takes. */
    void shared() {
        scope = ScopeType.INHERIT;
    }

    /** {@code -h}, which says all this, and {@code -V}. */
    void help() {
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        spec.versionProvider(new VersionCommand.Provider());
        spec.addOption(flag("-h, --help", "Say what it takes, and end.")
                .usageHelp(true)
                .build());
        spec.addOption(flag("-V, --version", "Say which Gazette this is, and end.")
                .versionHelp(true)
                .build());
    }

    /** @param names such as {@code -q, --quiet} */
    void flag(String names, String description, Consumer<Boolean> taken) {
        add(flag(names, description), taken);
    }

    private OptionSpec.Builder flag(String names, String description) {
        return OptionSpec.builder(names.split(", "))
                .description(description)
                .scopeType(scope)
                .type(boolean.class)
                .arity("0");
    }

    /**
     * An option with a value, which may be left out.
     *
     * @param label of the value in the help; empty for the words of an enumeration
     */
    void option(String names, String label, String description, Consumer<String> taken) {
        option(names, label, description, String.class, taken);
    }

    /** The same of a file, a whole number, or an enumeration. */
    <T> void option(String names, String label, String description, Class<T> type, Consumer<T> taken) {
        add(valued(names, label, description).type(type), taken);
    }

    /** An option that may not be left out. */
    void needed(String names, String label, String description, Consumer<String> taken) {
        add(valued(names, label, description).type(String.class).required(true), taken);
    }

    /** An option with the number of a port. */
    void port(String names, String label, String description, Consumer<Integer> taken) {
        add(valued(names, label, description).type(Integer.class).converters(new PortWord()), taken);
    }

    /** An option that may be given several times, or once with commas. */
    <T> void list(String names, String label, String description, Class<T> type, Consumer<List<T>> taken) {
        add(listed(names, label, description, type), taken);
    }

    /** The same of what {@code word} reads. */
    <T> void list(
            String names,
            String label,
            String description,
            Class<T> type,
            ITypeConverter<T> word,
            Consumer<List<T>> taken) {
        add(listed(names, label, description, type).converters(word), taken);
    }

    private OptionSpec.Builder listed(String names, String label, String description, Class<?> type) {
        return valued(names, label, description)
                .splitRegex(",")
                .type(List.class)
                .auxiliaryTypes(type);
    }

    private OptionSpec.Builder valued(String names, String label, String description) {
        OptionSpec.Builder option =
                OptionSpec.builder(names.split(", ")).description(description).scopeType(scope);
        return label.isEmpty() ? option : option.paramLabel(label);
    }

    private <T> void add(OptionSpec.Builder option, Consumer<T> taken) {
        Value<T> value = new Value<>(taken);
        spec.addOption(option.getter(value).setter(value).build());
    }

    /** A parameter that may be left out. */
    void parameter(String label, String description, Consumer<String> taken) {
        parameter(label, description, String.class, taken);
    }

    /** The same of a file. */
    <T> void parameter(String label, String description, Class<T> type, Consumer<T> taken) {
        add(next(label, description).arity("0..1").type(type), taken);
    }

    /** A parameter that may not be left out. */
    void needed(String label, String description, Consumer<String> taken) {
        add(next(label, description).arity("1").required(true).type(String.class), taken);
    }

    /** The same of a file. */
    void neededFile(String label, String description, Consumer<Path> taken) {
        add(next(label, description).arity("1").required(true).type(Path.class), taken);
    }

    /** All further parameters, one at least. */
    void rest(String label, String description, Consumer<List<String>> taken) {
        PositionalParamSpec.Builder all = next(label, description).index(parameters - 1 + "..*");
        add(all.arity("1..*").required(true).type(List.class).auxiliaryTypes(String.class), taken);
    }

    private PositionalParamSpec.Builder next(String label, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(parameters++))
                .paramLabel(label)
                .description(description);
    }

    private <T> void add(PositionalParamSpec.Builder parameter, Consumer<T> taken) {
        Value<T> value = new Value<>(taken);
        spec.addPositional(parameter.getter(value).setter(value).build());
    }

    /** What was taken last: picocli adds to a list that it finds. */
    private static final class Value<V> implements IGetter, ISetter {
        private final Consumer<V> taken;
        private @Nullable Object last;

        Value(Consumer<V> taken) {
            this.taken = taken;
        }

        /** Picocli asks for what it gave, and knows that there may be nothing. */
        @Override
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
        public <T> T get() {
            return (T) last;
        }

        @Override
        @SuppressWarnings("unchecked") // of the type that the argument was bound with
        public <T> T set(@Nullable T value) {
            T before = get();
            last = value;
            if (value != null) { // before the line is read, picocli sets what it finds
                taken.accept((V) value);
            }
            return before;
        }
    }
}
