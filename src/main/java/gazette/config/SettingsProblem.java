package gazette.config;

import gazette.mail.HeaderText;

/**
 * One thing that is wrong with the settings, for a person to mend.
 *
 * @param file the settings file's name, or the environment variable's
 * @param line from 1; 0 when the place has none
 * @param column from 1, in characters; 0 when the place has none
 * @param path the key's, such as {@code smtp.port}; empty for the file as a whole
 * @param what the value and what is wrong with it
 * @param remedy the rule, or what to do
 */
public record SettingsProblem(String file, int line, int column, String path, String what, String remedy) {
    /** Puts the words on one line each: they cite what somebody typed, and go to a terminal. */
    public SettingsProblem {
        path = HeaderText.onOneLine(path);
        what = HeaderText.onOneLine(what);
        remedy = HeaderText.onOneLine(remedy);
    }

    /** One line: {@code gazette.yaml:12:9: smtp.port is 'five': give a whole number, usually 587 or 465}. */
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line + ":" + column : file) + ": " + what + ": " + remedy;
    }
}
