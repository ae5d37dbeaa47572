package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.template.SimpleScalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StylesheetTest {
    private static Stylesheet sheet(String css) {
        return new Stylesheet(new TemplateFolder() {
            @Override
            public Optional<String> text(String file) {
                return Optional.of(css);
            }

            @Override
            public String place(String file) {
                return file;
            }
        });
    }

    @Test
    void aClassIsWrittenIntoTheElementWithTheColoursOfTheRoot() throws Exception {
        Stylesheet sheet = sheet(":root { --ink: #222; --sans: Helvetica Neue, sans-serif }\n"
                + "/* .a { color: red } */ .a { color : var(--ink);\n font-family: var(--sans); } .b{margin:0}"
                + "@media (max-width:9px){.a{color:blue}}");

        assertThat(sheet.exec(List.of(new SimpleScalar("a"), new SimpleScalar("b"))))
                .hasToString("markupOutput(format=HTML, markup=class=\"a\""
                        + " style=\"color:#222;font-family:Helvetica Neue,sans-serif;margin:0\")");
    }

    @Test
    void classesThatAreNamedTogetherShareTheirDeclarations() throws Exception {
        Stylesheet sheet = sheet(".a, .b { margin: 0 } .b { color: #123 }");

        assertThat(sheet.exec(List.of(new SimpleScalar("a")))).hasToString(style("margin:0"));
        assertThat(sheet.exec(List.of(new SimpleScalar("b")))).hasToString(style("margin:0;color:#123"));
    }

    @Test
    void whatHasAColonIsADeclarationOfItsOwn() throws Exception {
        Stylesheet sheet = sheet(".a { margin: 0 }");

        assertThat(sheet.exec(List.of(new SimpleScalar("a"), new SimpleScalar("max-width:9px"))))
                .hasToString(style("margin:0;max-width:9px"));
    }

    private static String style(String declarations) {
        return "markupOutput(format=HTML, markup=style=\"" + declarations + "\")";
    }

    @Test
    void whatNoElementCanHoldGoesIntoThreeBlocks() {
        Stylesheet sheet = sheet(":root{--i:#eee} .a{color:red} a[x]{color:blue} @media (max-width:9px){.a{margin:1px}}"
                + "@media (prefers-color-scheme: dark){.a,.b{color:var(--i) !important}}");

        assertThat(sheet.blocks().get("base"))
                .isEqualTo("a[x]{color:blue}\n@media (max-width:9px){\n.a{margin:1px}\n}\n");
        assertThat(String.valueOf(sheet.blocks().get("dark")).lines())
                .containsExactly(
                        ":root{color-scheme:light dark}",
                        "@media (prefers-color-scheme: dark){",
                        ".a,.b{color:#eee !important}",
                        "}");
        assertThat(sheet.blocks().get("outlook"))
                .isEqualTo("[data-ogsc] .a,[data-ogsb] .a,[data-ogsc] .b,[data-ogsb] .b{color:#eee !important}\n");
    }

    @Test
    void aSheetCannotEndItsBlock() {
        assertThatThrownBy(() -> sheet(".a{} </style><script>"))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("style.css holds a '<'");
    }

    @Test
    void aBraceThatIsNotClosedHarmsNothing() {
        assertThat(sheet(".a{color:red} @media x{.b{margin:0").blocks().get("base"))
                .contains(".b{margin:0}");
    }
}
