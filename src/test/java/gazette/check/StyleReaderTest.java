package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StyleReaderTest {
    @Test
    void everyDeclarationKnowsItsLine() {
        List<StyleRule> rules = StyleReader.rules("""
                .a {
                  color: red;

                  padding: 0 !important
                }
                .b { margin: 0 }
                """, 10);

        assertThat(rules).hasSize(2);
        assertThat(rules.get(0).declarations())
                .containsExactly(new Declaration("color", "red", false, 11), new Declaration("padding", "0", true, 13));
        assertThat(rules.get(1).line()).isEqualTo(15);
    }

    @Test
    void linesAreCountedPastCommentsConditionsAndLongSelectors() {
        List<StyleRule> rules = StyleReader.rules("""
                /* two
                   lines */ .a { color: red;
                top: 0 }
                @media print {
                  .b,
                  .c {
                    color: blue
                  }
                }
                """, 1);

        assertThat(rules).extracting(StyleRule::line).containsExactly(2, 5);
        assertThat(rules)
                .flatExtracting(StyleRule::declarations)
                .extracting(Declaration::line)
                .containsExactly(2, 3, 7);
        assertThat(StyleReader.declarations("color:red;\ntop:0", 7))
                .extracting(Declaration::line)
                .containsExactly(7, 8);
    }

    @Test
    void rulesInAnAtRuleKnowTheirConditions() {
        List<StyleRule> rules = StyleReader.rules(
                "@media (prefers-color-scheme: dark) {\n.a, .b:not(.c,.d) { color: #fff }\n}\n.e { color: #000 }", 1);

        assertThat(rules.get(0).conditions()).containsExactly("@media (prefers-color-scheme: dark)");
        assertThat(rules.get(0).selectors()).containsExactly(".a", ".b:not(.c,.d)");
        assertThat(rules.get(0).line()).isEqualTo(2);
        assertThat(rules.get(1).conditions()).isEmpty();
    }

    @Test
    void commentsStringsAndBracketsMayHoldAnything() {
        List<StyleRule> rules = StyleReader.rules(
                "/* } .no { */ .a { content: \"};\"; background: url(data:a;b) }\n@import url('x;y');\n.b { top: 0 }",
                1);

        assertThat(rules).extracting(rule -> rule.selectors().get(0)).containsExactly(".a", "@import url('x;y')", ".b");
        assertThat(rules.get(0).declarations())
                .extracting(Declaration::value)
                .containsExactly("\"};\"", "url(data:a;b)");
    }

    @Test
    void whatIsCutShortIsReadAsFarAsItGoes() {
        for (String broken :
                List.of("", "}", "{", ".a{", ".a{color", ".a{color:", "@media{", "/*", "\"", ".a{b:'", "@media(((")) {
            assertThat(StyleReader.rules(broken, 1)).as(broken).hasSizeLessThan(2);
        }

        assertThat(StyleReader.declarations("color:red;;:;x;font-size:2px", 4))
                .extracting(Declaration::property)
                .containsExactly("color", "font-size");
    }
}
