package gazette.render;

import freemarker.template.TemplateHashModel;

/** {@code reader} in a template. For one run of a template's files. */
sealed interface ReaderView extends TemplateHashModel permits ReaderFields, ReaderValues {
    /** The subject as the other files see it: what {@code subject.ftl} printed. */
    String again(String subject);

    @Override
    default boolean isEmpty() {
        return false;
    }
}
