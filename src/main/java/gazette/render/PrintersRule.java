package gazette.render;

/** One thing that printers do to a text. Each is safe to do again. */
sealed interface PrintersRule permits Replacement, DoubleQuotes, SingleQuotes {
    void set(Galley galley);
}
