package gazette.cli;

import gazette.delivery.Ended;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a dispatch ended, as it is typed: {@code too-large}. */
final class EndedWord implements ITypeConverter<Ended> {
    @Override
    public Ended convert(String word) {
        return Arrays.stream(Ended.values())
                .filter(ended -> of(ended).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(Ended.values()).map(EndedWord::of).collect(Collectors.joining(", "))));
    }

    static String of(Ended ended) {
        return ended.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
