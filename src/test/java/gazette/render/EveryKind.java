package gazette.render;

import static gazette.article.Span.Look.CODE;
import static gazette.article.Span.Look.EMPHASIS;
import static gazette.article.Span.Look.PLAIN;
import static gazette.article.Span.Look.STRONG;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.ItemList.Item;
import gazette.article.ItemList.Marker;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import gazette.edition.Edition;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An edition with every kind of block, and the pieces that such editions are made of. */
final class EveryKind {
    /** A green square of 8 pixels a side. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR42mOIn5aHFTEMLQkAl1Rn4Z2CcVAAAAAASUVORK5CYII=");

    private EveryKind() {}

    /** Two stories: a French one with everything, and an English one with a list and a quotation. */
    static Edition edition() {
        return edition(
                new Story(
                        heat(),
                        List.of("Énergie"),
                        List.of(
                                new Elsewhere(
                                        "Le Courrier de l'Exemple",
                                        Optional.of(URI.create("https://courrier.example.org/mine"))),
                                new Elsewhere("Radio Exemple", Optional.empty())),
                        true),
                Story.of(rope()));
    }

    static Edition edition(Story... stories) {
        Edition plain = Samples.edition(
                Locale.FRANCE, "La Gazette", 129, Optional.empty(), List.of(Samples.brief("Titre", "Texte.")));
        return new Edition(
                plain.id(),
                plain.key(),
                plain.masthead(),
                plain.window(),
                plain.composedAt(),
                plain.template(),
                List.of(stories));
    }

    /** A French story of nothing but these blocks. */
    static Edition of(Block... blocks) {
        return edition(
                Story.of(Samples.article(Locale.FRANCE, Optional.of("Un titre"), List.of(blocks), "", List.of())));
    }

    static Prose prose(Span... spans) {
        return new Prose(List.of(spans));
    }

    static Span plain(String words) {
        return new Span(words, PLAIN, Optional.empty());
    }

    static Span em(String words) {
        return new Span(words, EMPHASIS, Optional.empty());
    }

    static Span strong(String words) {
        return new Span(words, STRONG, Optional.empty());
    }

    static Span code(String words) {
        return new Span(words, CODE, Optional.empty());
    }

    static Span link(String words, String address) {
        return new Span(words, PLAIN, Optional.of(URI.create(address)));
    }

    static ItemList list(Marker marker, Item... items) {
        return new ItemList(marker, Arrays.asList(items));
    }

    static Item item(int depth, String words) {
        return new Item(depth, Prose.of(words));
    }

    static Picture embedded(String alt) {
        return new EmbeddedPicture("image/png", 8, 8, alt, PNG);
    }

    static Picture linked(String address, String alt) {
        return new LinkedPicture(URI.create(address), alt, Optional.empty());
    }

    private static Article heat() {
        return Samples.article(
                        Locale.FRANCE,
                        Optional.of("L'eau tiède des galeries chauffe l'école : « rien ne se perd »"),
                        List.of(
                                new Paragraph(prose(
                                        plain("Depuis octobre, l'eau des anciennes galeries passe sous la cour avant de"
                                                + " rejoindre la rivière ; les "),
                                        em("trois"),
                                        plain(" bâtiments de l'école n'ont plus d'autre chauffage."))),
                                new Paragraph(prose(
                                        plain("Le dossier, que la commune a mis en "),
                                        link("consultation publique", "https://mairie.example.org/mine?page=2"),
                                        plain(" : on y lit que le mot « "),
                                        em("chaleur fatale"),
                                        plain(" » fâche les ingénieurs. « Elle n'a rien de "),
                                        strong("fatal"),
                                        plain(" ! » dit l'une d'elles. Pour les curieux, la sonde répond à "),
                                        code("GET /temperature?unit=C"),
                                        plain(" ; le reste se demande à "),
                                        link("mairie@example.org", "mailto:mairie@example.org"),
                                        plain("."))),
                                new Intertitle("Ce que l'eau traverse"),
                                list(
                                        Marker.NUMBER,
                                        item(0, "la galerie basse, noyée depuis 1974 : 14 °C toute l'année ;"),
                                        item(
                                                0,
                                                "l'échangeur de la cour, une plaque d'acier que l'on nettoie deux fois par"
                                                        + " an, et d'où partent"),
                                        item(1, "le plancher de la cantine,"),
                                        item(1, "les radiateurs du préau,"),
                                        item(0, "la rivière, enfin.")),
                                new Figure(
                                        linked("https://photos.example.org/plaque.jpg", "Une plaque d'acier ouverte"),
                                        "L'échangeur, le jour de la mise en eau. Photo : Agence Exemple"),
                                new Quotation(List.of(
                                        Prose.of("On nous disait que la mine était morte. Elle respire encore, et elle"
                                                + " respire tiède."),
                                        prose(
                                                plain("Une ancienne trieuse, citée par "),
                                                link("la lettre du musée", "https://musee.example.org/lettre"),
                                                plain(".")))),
                                new Intertitle("Les chiffres de la semaine"),
                                new Preformatted("jour    entrée  sortie   écart\nlundi     14,1    11,8     2,3\n"
                                        + "mardi     14,0    11,6     2,4\n\nrelevé toutes les dix minutes ; une ligne trop"
                                        + " longue pour un téléphone et pour le texte seul se replie"),
                                list(
                                        Marker.BULLET,
                                        item(0, "12 000 € d'économie par hiver"),
                                        item(0, "aucune chaudière à remplacer ?")),
                                new Figure(embedded("Un carré vert"), ""),
                                new Paragraph("La prochaine visite a lieu samedi.")),
                        "la rédaction",
                        List.of("Agence Exemple"))
                .with(new LinkedPicture(
                        URI.create("https://photos.example.org/ecole.jpg"),
                        "La cour de l'école, d'où monte un peu de vapeur",
                        Optional.of(new Size(1600, 900))));
    }

    private static Article rope() {
        return Samples.article(
                Locale.UK,
                Optional.of("The last rope walk opens its doors"),
                List.of(
                        new Paragraph(prose(
                                plain("The walk is 400 metres long, and "),
                                link("open on Sundays", "https://rope.example.org/visit"),
                                plain("."))),
                        list(
                                Marker.BULLET,
                                item(0, "hemp, tar and patience"),
                                item(0, "no photographs: the tar is shy")),
                        new Quotation(List.of(Prose.of("A rope remembers every hand; so do we.")))),
                "the newsroom",
                List.of());
    }
}
