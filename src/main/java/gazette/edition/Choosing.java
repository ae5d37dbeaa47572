package gazette.edition;

import gazette.article.Origin;
import gazette.edition.Choice.Copy;
import gazette.edition.Choice.Late;
import gazette.edition.Choice.Pick;
import gazette.edition.Layout.Placed;
import gazette.edition.Story.Elsewhere;
import gazette.edition.Verdict.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** One choice in the making: rules, then what was told before, then stories, then room. */
final class Choosing {
    private static final String LEFT_OUT = "left out by the editor";

    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(Candidate::since)
            .reversed()
            .thenComparing(candidate -> candidate.origin().source())
            .thenComparing(candidate -> candidate.origin().name());

    private final Newsletter newsletter;
    private final Shelf shelf;
    private final Addresses addresses;
    private final Told<Sent> sent;
    private final List<Candidate> fitting = new ArrayList<>();
    private final List<Verdict> out = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final List<Origin> leftOut = new ArrayList<>();

    Choosing(Newsletter newsletter, Shelf shelf) {
        this.newsletter = newsletter;
        this.shelf = shelf;
        this.addresses = new Addresses(shelf);
        this.sent = sent();
    }

    private Told<Sent> sent() {
        Told<Sent> told = new Told<>(nearCopies());
        for (Sent one : shelf.sent()) {
            told.know(one, addresses.key(one.address()), one.text());
            one.sketch().ifPresent(sketch -> told.know(one, sketch));
        }
        return told;
    }

    Choice choice() {
        shelf.candidates().stream().sorted(NEWEST_FIRST).forEach(this::sort);
        Seating seating = new Seating(newsletter, Telling.all(fitting, shelf.plan(), addresses, nearCopies()));
        List<Verdict> verdicts = new ArrayList<>();
        List<Placed> stories = new Layout(newsletter, shelf.plan()).of(seating.in());
        for (Placed story : stories) {
            boolean leads = verdicts.isEmpty() && seating.isLead(story.telling());
            in(story.telling(), leads, verdicts);
        }
        int in = verdicts.size();
        seating.waiting().forEach((telling, why) -> waiting(telling, why, verdicts));
        int waiting = verdicts.size() - in;
        verdicts.addAll(out);
        verdicts.addAll(settled());
        List<Pick> picks = stories.stream().map(Choosing::pick).toList();
        String reason = fitting.isEmpty() && !out.isEmpty() ? "no new article that may be in" : seating.reason();
        return new Choice(picks, late, leftOut, verdicts, waiting, reason);
    }

    /** Without those that an editor made candidates again. */
    private List<Verdict> settled() {
        Set<Origin> again = shelf.candidates().stream().map(Candidate::origin).collect(Collectors.toSet());
        return shelf.settled().stream()
                .filter(verdict -> !again.contains(verdict.origin()))
                .toList();
    }

    private OptionalDouble nearCopies() {
        return newsletter.selection().nearCopies();
    }

    private void sort(Candidate candidate) {
        if (shelf.plan().out().contains(candidate.origin())) {
            out.add(verdict(candidate, Place.OUT, LEFT_OUT));
            leftOut.add(candidate.origin());
        } else if (shelf.plan().isPutBack(candidate.origin())) {
            fitting.add(candidate);
        } else if (!candidate.out().isEmpty()) {
            out.add(verdict(candidate, Place.OUT, candidate.out()));
        } else {
            sortByWhatWasTold(candidate);
        }
    }

    private void sortByWhatWasTold(Candidate candidate) {
        Optional<Told.Match<Sent>> before =
                candidate.isUpdate() ? Optional.empty() : sent.find(candidate, addresses.key(candidate.address()));
        if (before.isEmpty()) {
            fitting.add(candidate);
            return;
        }
        Sent same = before.get().story();
        String how = before.get().how();
        String why = same(same.title()) + " in n° " + same.number() + " (" + how + ")";
        out.add(verdict(candidate, Place.OUT, why));
        late.add(new Late(candidate.origin(), where(candidate), same.number(), same.story(), why));
    }

    private void in(Telling telling, boolean isLead, List<Verdict> verdicts) {
        verdicts.add(verdict(telling.first(), Place.IN, why(telling, isLead)));
        for (Telling.Copy copy : telling.copies()) {
            verdicts.add(verdict(copy.candidate(), Place.COPY, sameAs(telling) + " (" + copy.how() + ")"));
        }
    }

    private String why(Telling telling, boolean isLead) {
        if (telling.isUpdate()) {
            return lastTime(telling);
        }
        if (telling.isPutBack()) {
            return "put back by the editor";
        }
        if (!isLead) {
            return "";
        }
        return telling.first().leads() ? "leads by rule" : "leads: told by " + telling.sources() + " sources";
    }

    private String lastTime(Telling telling) {
        return shelf.sent().stream()
                .filter(one -> one.isStory() && one.origin().equals(telling.origin()))
                .map(Sent::number)
                .max(Comparator.naturalOrder())
                .map(number -> "edited since n° " + number)
                .orElse("edited since it went out");
    }

    private static void waiting(Telling telling, String why, List<Verdict> verdicts) {
        verdicts.add(verdict(telling.first(), Place.WAITING, why));
        for (Telling.Copy copy : telling.copies()) {
            String with = sameAs(telling) + " (" + copy.how() + "), which waits: " + why;
            verdicts.add(verdict(copy.candidate(), Place.WAITING, with));
        }
    }

    private static String sameAs(Telling telling) {
        return same(telling.first().title()) + " from " + telling.first().teller();
    }

    private static String same(String title) {
        return "same story as «" + title + "»";
    }

    private static Verdict verdict(Candidate candidate, Place place, String why) {
        return new Verdict(candidate.origin(), candidate.title(), candidate.language(), place, why);
    }

    private static Elsewhere where(Candidate candidate) {
        return new Elsewhere(candidate.teller(), candidate.address());
    }

    private static Pick pick(Placed story) {
        Telling telling = story.telling();
        Set<String> names = new HashSet<>(Set.of(telling.first().teller()));
        List<Copy> copies = new ArrayList<>();
        for (Telling.Copy copy : telling.copies()) {
            Elsewhere where = where(copy.candidate());
            copies.add(new Copy(copy.candidate().origin(), where, names.add(where.name())));
        }
        return new Pick(
                telling.origin(),
                telling.first().topics(),
                copies,
                telling.isUpdate(),
                telling.isPutBack(),
                story.section(),
                story.form());
    }
}
