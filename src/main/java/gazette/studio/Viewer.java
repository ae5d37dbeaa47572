package gazette.studio;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page says of how a message is looked at: {@code ?view=phone&look=dark&pictures=off}. Templates print it by
 * {@code viewer.ftlh}.
 */
record Viewer(View view, Appearance look, PicturesShown pictures) {
    /**
     * What the address asks for.
     *
     * @param offered what there is to see, the usual one first
     */
    static Viewer of(Context context, List<View> offered) {
        return new Viewer(View.of(context, offered), Appearance.of(context), PicturesShown.of(context));
    }

    /**
     * For {@code <@viewer.tabs it/>} and {@code <@viewer.stage it>}.
     *
     * @param page the address of the page that has the viewer in it
     * @param frame the path that answers the HTML part, by {@link MailFrame}, for what the page's own address says
     * @param remote how many pictures the message links to elsewhere
     */
    Map<String, Object> model(Address page, List<View> offered, Address frame, int remote) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", view.word());
        model.put("look", look.word());
        model.put("pictures", pictures.word());
        model.put("isFramed", view.isFramed());
        model.put("remote", remote);
        model.put("frame", frame(frame).toString());
        model.put(
                "views",
                offered.stream()
                        .map(each -> tab(page, View.PARAMETER, each.word(), each == view))
                        .toList());
        model.put(
                "looks",
                List.of(Appearance.values()).stream()
                        .map(each -> tab(page, Appearance.PARAMETER, each.word(), each == look))
                        .toList());
        model.put(
                "withoutPictures",
                page.with(PicturesShown.PARAMETER, PicturesShown.OFF.word()).toString());
        model.put("withPictures", page.without(PicturesShown.PARAMETER).toString());
        model.put(
                "withAllPictures",
                page.with(PicturesShown.PARAMETER, PicturesShown.ALL.word()).toString());
        return model;
    }

    private Address frame(Address frame) {
        return frame.with(Appearance.PARAMETER, look.word()).with(PicturesShown.PARAMETER, pictures.word());
    }

    private static Map<String, Object> tab(Address page, String parameter, String word, boolean isCurrent) {
        return Map.of("name", word, "href", page.with(parameter, word).toString(), "isCurrent", isCurrent);
    }
}
