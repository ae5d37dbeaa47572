package gazette.proof;

import gazette.article.Articles;
import gazette.config.SigningSettings;
import gazette.delivery.Outbox;
import gazette.delivery.Press;
import gazette.digest.Rehearsal;
import gazette.edition.Editions;
import gazette.pickup.Sources;
import gazette.render.Renderer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What it takes to make a proof: tools that write nothing, over one workspace. As safe to share as they are.
 *
 * @param workspace the folder that the settings lie in, absolute
 * @param dkim who signs the mail; empty when nobody does
 */
public record Workbench(
        Path workspace,
        Articles articles,
        Sources sources,
        Editions editions,
        Outbox outbox,
        Rehearsal rehearsal,
        Renderer renderer,
        Press press,
        Optional<SigningSettings> dkim) {}
