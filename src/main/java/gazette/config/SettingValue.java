package gazette.config;

import gazette.mail.HeaderText;

/**
 * One value that is in force, and where it comes from. No secret is ever one: the settings hold the files of secrets.
 *
 * @param path the key's, such as {@code smtp.port}
 * @param value as it was written, breaks as spaces
 */
public record SettingValue(String path, String value, Origin origin) {
    /** Puts both on one line: they go to a terminal. */
    public SettingValue {
        path = HeaderText.onOneLine(path);
        value = HeaderText.onOneLine(value);
    }

    /** Who said so. */
    public enum Kind {
        FILE,
        ENVIRONMENT,
        DEFAULT
    }

    /**
     * Where a value was said.
     *
     * @param name the file's or the variable's; empty for a default
     * @param line in the file, from 1; 0 elsewhere
     */
    public record Origin(Kind kind, String name, int line) {
        static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", 0);

        static Origin file(Spot at) {
            return new Origin(Kind.FILE, at.file(), at.line());
        }

        /** {@code gazette.yaml:12}, {@code GAZETTE_SMTP_HOST} or {@code default}. */
        @Override
        public String toString() {
            return switch (kind) {
                case FILE -> name + ":" + line;
                case ENVIRONMENT -> name;
                case DEFAULT -> "default";
            };
        }
    }
}
