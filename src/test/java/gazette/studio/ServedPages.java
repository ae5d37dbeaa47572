package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A studio over a new workspace, and a visitor who reads French. */
abstract class ServedPages {
    @TempDir
    Path folder;

    TestWorkspace workspace;
    Visitor visitor;
    private StudioStage server;

    @BeforeEach
    void start() {
        workspace = TestWorkspace.make(folder, Options.smtp(2525));
        server = StudioStage.over(folder);
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Document page(String path) {
        HttpResponse<String> answer = visitor.get(path, "fr");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
