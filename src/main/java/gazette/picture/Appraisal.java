package gazette.picture;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Picture;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Presentation.Pictures;
import gazette.fetch.Document;
import gazette.fetch.Fetched;
import gazette.fetch.Fetched.Failed;
import gazette.picture.Fitting.Fitted;
import java.net.URI;
import java.util.Optional;

/** What becomes of a picture, once its octets are there or are not. Safe to use from many threads. */
final class Appraisal {
    private static final String LEFT_OUT = "; readers do not see it";
    private static final String AS_WRITTEN = "; readers get it from there all the same, if it is there by then";

    private final Pictures pictures;
    /** Decoding takes some 40 MB of memory, and all cores have other things to do. */
    private final Object oneAtATime = new Object();

    Appraisal(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Of a picture inside the message. */
    Shown of(EmbeddedPicture written) {
        byte[] octets = written.octets();
        Optional<PictureHeader> header =
                PictureHeader.read(octets).filter(h -> h.kind().isForMail());
        if (header.isEmpty()) { // whoever read its file knew better
            return new Shown(Optional.of(written), "");
        }
        try {
            return embedded(header.get(), octets, written.alt());
        } catch (Undecodable damaged) {
            String what = damaged.why() + ": save it again, not wider than 1200 pixels";
            return header.get().pixels() > Darkroom.MOST_PIXELS
                    ? leftOut(what)
                    : new Shown(
                            Optional.of(written),
                            what + "; it goes out as it is, with " + Fitting.megabytes(octets.length));
        }
    }

    /** That its source gives it no room to be seen, which only pictures that count readers do. */
    static boolean isHidden(LinkedPicture written) {
        return written.size()
                .filter(size -> Math.min(size.width(), size.height()) == 1)
                .isPresent();
    }

    static Shown leftOut(String problem) {
        return new Shown(Optional.empty(), problem.isEmpty() ? "" : problem + LEFT_OUT);
    }

    static Shown asWritten(Picture written, String problem) {
        return new Shown(Optional.of(written), problem + AS_WRITTEN);
    }

    /**
     * Of a picture from the web.
     *
     * @param address where it was fetched from: its own, or the same with https
     */
    Shown of(LinkedPicture written, URI address, Fetched fetched) {
        if (fetched instanceof Document document) {
            return found(new LinkedPicture(address, written.alt(), written.size()), document);
        }
        if (fetched instanceof Fetched.Gone) {
            return leftOut("its server says that it is gone for good (410): take it out, or name another");
        }
        if (!(fetched instanceof Failed failed)) {
            return asWritten(written, "its server answered strangely");
        }
        return switch (failed.obstacle()) {
            case NOT_FOUND -> leftOut(failed.what() + ": correct its address, or take it out");
            case FORBIDDEN -> leftOut(failed.what() + ": put the picture where readers can get it from");
            case CLOSED, BUSY, TROUBLE -> asWritten(written, failed.what());
        };
    }

    private Shown found(LinkedPicture written, Document document) {
        byte[] octets = document.octets();
        Optional<PictureHeader> read = PictureHeader.read(octets);
        if (read.isEmpty()) {
            return leftOut(octets.length == 0 ? "it is empty: put it there again" : noPicture(document));
        }
        PictureHeader header = read.get();
        if (Math.min(header.width(), header.height()) == 1) {
            return leftOut("");
        }
        LinkedPicture measured = new LinkedPicture(
                written.address(), written.alt(), Optional.of(new Size(header.width(), header.height())));
        if (!header.isWhole()) {
            return new Shown(Optional.of(measured), "its end is missing: put it there again");
        }
        if (!header.kind().isForMail()) {
            return new Shown(Optional.of(measured), otherKind(header.kind()));
        }
        return pictures == Pictures.EMBED ? inside(header, octets, measured) : new Shown(Optional.of(measured), "");
    }

    private static String noPicture(Document document) {
        String type = document.contentType().orElse("").replaceFirst(";.*", "").strip();
        return "there is no picture at its address"
                + (type.matches("[a-zA-Z0-9.+/-]{1,60}") ? ", but " + type : "")
                + ": correct the address";
    }

    private String otherKind(Kind kind) {
        return "it is " + kind.words() + ", and " + kind.objection()
                + (pictures == Pictures.EMBED ? ", so it stays on the web" : "") + ": a JPEG, PNG or GIF reaches all";
    }

    private Shown inside(PictureHeader header, byte[] octets, LinkedPicture measured) {
        try {
            return embedded(header, octets, measured.alt());
        } catch (Undecodable damaged) {
            return new Shown(Optional.of(measured), damaged.why() + ", so it stays on the web: save it again");
        }
    }

    private Shown embedded(PictureHeader header, byte[] octets, String alt) throws Undecodable {
        Fitted fitted;
        synchronized (oneAtATime) {
            fitted = new Fitting(header, octets).fit();
        }
        Print print = fitted.print();
        return new Shown(
                Optional.of(new EmbeddedPicture(
                        print.kind().mediaType(), print.width(), print.height(), alt, print.octets())),
                fitted.problem());
    }
}
