package gazette.edition;

/** A topic of a newsletter, which articles have by rule. */
public record Topic(String name, Rule rule) {}
