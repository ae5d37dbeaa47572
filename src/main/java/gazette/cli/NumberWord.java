package gazette.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number as it is typed. */
final class NumberWord implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
        try {
            return Integer.valueOf(word);
        } catch (NumberFormatException otherWord) {
            throw new TypeConversionException("'" + word + "' is no whole number: give one in digits, such as 3");
        }
    }
}
