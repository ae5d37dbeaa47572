package gazette.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port as it is typed; 0 for any that is free. */
final class PortWord implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String word) {
        int port = new NumberWord().convert(word);
        if (port < 0 || port > HIGHEST) {
            throw new TypeConversionException(
                    "'" + word + "' is no port: give a number from 1 to " + HIGHEST + ", or 0 for any that is free");
        }
        return port;
    }
}
