package gazette.render;

import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Also keeps which place of a template wrote what. For one thread, inside a run of FreeMarker. */
final class TracingWriter extends CappedWriter {
    private final TemplateFolder folder;
    private final String file;
    private final TreeMap<Integer, Place> places = new TreeMap<>();

    TracingWriter(int most, TemplateFolder folder, String file) {
        super(most);
        this.folder = folder;
        this.file = file;
    }

    @Override
    public void write(char[] characters, int from, int length) throws Overrun {
        note(new String(characters, from, length), Place.of(new TemplateModelException("a place that writes"), file));
        super.write(characters, from, length);
    }

    /** Words of the template itself go on in its next line; what it prints for a value is from one place. */
    private void note(String words, Place place) {
        places.put(length(), place);
        String source = folder.text(place.file()).orElse("");
        int begin = source.indexOf(words, start(source, place.line()));
        if (begin >= 0) {
            int line = place.line() + (int) lineEnds(source.substring(start(source, place.line()), begin));
            for (int i = words.indexOf('\n'); i >= 0; i = words.indexOf('\n', i + 1)) {
                line++;
                places.put(length() + i + 1, new Place(place.file(), line, 1));
            }
        }
    }

    private static int start(String source, int line) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            start = source.indexOf('\n', start) + 1;
        }
        return start;
    }

    private static long lineEnds(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /** For each of {@code lines}, which are all that was written, what wrote its first character that is no blank. */
    List<Place> places(List<String> lines) {
        List<Place> found = new ArrayList<>();
        String written = toString();
        int at = 0;
        for (String line : lines) {
            at = written.indexOf(line, at);
            Map.Entry<Integer, Place> writer = places.floorEntry(at + blanks(line));
            found.add(writer == null ? new Place(file, 1, 1) : writer.getValue());
            at += line.length();
        }
        return found;
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }
}
