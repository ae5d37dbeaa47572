package gazette.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code reader} in a template. Whatever is asked of it is a field, and each read of a field prints a numbered marker of
 * its own, so that a read that was not printed (logic on the reader) is found, not guessed. For one run of a template.
 */
final class ReaderFields implements TemplateHashModel {
    private static final Pattern NUMBERED =
            Pattern.compile(Field.BEGIN + "(" + Field.NAME + ")\\.([0-9]+)" + Field.END);

    private record Read(String field, Place place) {}

    private final String file;
    private final List<Read> reads = new ArrayList<>();

    ReaderFields(String file) {
        this.file = file;
    }

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
        if (!Field.NAME.matcher(name).matches()) {
            throw new TemplateModelException(
                    "reader." + name + " cannot be a field: its name needs small letters a-z, digits, - and _ alone");
        }
        return (TemplateScalarModel) () -> read(name);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private String read(String name) {
        reads.add(new Read(name, Place.of(new TemplateModelException("a read of reader." + name), file)));
        return Field.BEGIN + name + "." + reads.size() + Field.END;
    }

    /**
     * {@code printed} with the markers that messages are filled by.
     *
     * @throws TemplateProblem when a field was read and its marker did not come out whole
     */
    String settled(String printed, TemplateFolder folder) {
        Set<Integer> seen = new HashSet<>();
        String settled = NUMBERED.matcher(printed).replaceAll(marker -> {
            seen.add(Integer.parseInt(marker.group(2)));
            return Matcher.quoteReplacement(Field.marker(marker.group(1)));
        });
        for (int n = 1; n <= reads.size(); n++) {
            if (!seen.contains(n)) {
                Read logic = reads.get(n - 1);
                throw new Diagnosis(folder, file)
                        .at(
                                logic.place(),
                                "reader." + logic.field() + " is used for more than printing it: an edition is rendered"
                                        + " once for all its readers, so print the field as it is");
            }
        }
        return settled;
    }
}
