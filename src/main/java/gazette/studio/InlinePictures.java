package gazette.studio;

import gazette.edition.Inline;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.stream.Stream;

/** Answers with a picture of a message, as the frame of that message asks for it. */
final class InlinePictures {
    private InlinePictures() {}

    /** The one of {@code inlines} that {@code cid} in the path names, if it is one that a browser may be given; else 404. */
    static void answer(Context context, Stream<Inline> inlines) {
        inlines.filter(inline -> inline.contentId().equals(context.pathParam("cid")))
                .filter(picture -> Inline.isHarmless(picture.mediaType()))
                .findFirst()
                .ifPresentOrElse(
                        picture -> context.contentType(picture.mediaType()).result(picture.octets()),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }
}
