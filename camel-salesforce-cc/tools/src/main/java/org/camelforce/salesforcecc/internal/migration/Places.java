package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.jspecify.annotations.Nullable;

/** Takes what readers find in one file. */
final class Places {

    /**
     * A part of a file's text.
     *
     * @param start where it begins
     * @param end where it ends
     */
    record Range(int start, int end) {}

    private final Source file;
    private final List<Place> places = new ArrayList<>();
    private final List<Range> secrets = new ArrayList<>();
    private final References references = new References();
    private final List<Integer> kamelets = new ArrayList<>();
    private boolean clientCredentials;

    Places(Source file) {
        this.file = file;
    }

    /** Replaces a part of a text; it is certain what to write. */
    void change(Kind kind, Source source, Range range, String text, String why) {
        fill(kind, source, range, text, text, why);
    }

    /** Replaces a part of a text; {@code certain} is what the program writes, null if that is for a person. */
    void fill(Kind kind, Source source, Range range, String shown, @Nullable String certain, String why) {
        int start = source.outer(range.start());
        int end = range.end() == range.start() ? start : source.outer(range.end() - 1) + 1;
        String old = file.text().substring(start, end);
        if (!old.equals(shown)) {
            places.add(new Place(kind, start, why, new Edit(start, end, shown, certain)));
        }
    }

    /** Puts the login URL in the place of a user, between two texts. */
    void fillLoginUrl(Source source, Range user, String before, MigrationTarget target, String after, String why) {
        String url = target.loginUrl();
        fill(
                Kind.CREDENTIAL,
                source,
                user,
                before + target.shownLoginUrl() + after,
                url == null ? null : before + url + after,
                why);
    }

    /** Removes whole lines. */
    void removeLines(Kind kind, Source source, int first, int last, String why) {
        Range range = lines(source, first, last);
        places.add(new Place(kind, range.start(), why, new Edit(range.start(), range.end(), "", "")));
    }

    /** Replaces whole lines in the report, and removes them in the file or leaves them, if {@code certain} is null. */
    void fillLines(Kind kind, Source source, int first, int last, String shown, @Nullable String certain, String why) {
        Range range = lines(source, first, last);
        String margin = file.text().substring(range.start(), source.outer(source.startOf(first)));
        places.add(new Place(
                kind,
                range.start(),
                why,
                new Edit(
                        range.start(),
                        range.end(),
                        margin + shown + file.newline(),
                        certain == null || certain.isEmpty() ? certain : margin + certain)));
    }

    private Range lines(Source source, int first, int last) {
        int start = file.startOf(file.lineOf(source.outer(source.startOf(first))));
        int end = file.startOfNext(file.lineOf(source.outer(source.startOf(last))));
        return new Range(start, end);
    }

    /** Asks for a look at a place; {@code why} says at what. */
    void look(Kind kind, Source source, int offset, String why) {
        places.add(new Place(kind, source.outer(offset), why, null));
    }

    /** Notes where the file names the artifact with Camel's Kamelets. */
    void kamelets(Source source, int offset) {
        kamelets.add(source.outer(offset));
    }

    /** Asks for a look at where the file names the artifact with Camel's Kamelets. */
    void lookAtKamelets() {
        kamelets.forEach(offset -> places.add(new Place(Kind.MOVE, offset, Kamelet.DEPENDENCY, null)));
    }

    /** Whether a part of a text is changed already. */
    boolean isChanged(Source source, Range range) {
        int start = source.outer(range.start());
        int end = source.outer(range.end() - 1) + 1;
        return places.stream()
                .map(Place::edit)
                .anyMatch(edit -> edit != null && edit.start() < end && start < edit.end());
    }

    /** Hides a part of the text in reports. */
    void secret(Source source, Range range) {
        if (range.end() > range.start()) {
            secrets.add(new Range(source.outer(range.start()), source.outer(range.end() - 1) + 1));
        }
    }

    /** Notes that the project logs in with the client credentials flow already. */
    void clientCredentials() {
        clientCredentials = true;
    }

    boolean hasClientCredentials() {
        return clientCredentials;
    }

    References references() {
        return references;
    }

    /** Whether something was found in the line of a part. */
    boolean hasPlaceIn(Source source, Range range) {
        int line = file.lineOf(source.outer(range.start()));
        return places.stream()
                .anyMatch(place -> file.lineOf(place.start()) <= line && line <= file.lineOf(place.end()));
    }

    boolean hasCredential() {
        return places.stream().anyMatch(place -> place.kind() == Kind.CREDENTIAL);
    }

    Source file() {
        return file;
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    List<Range> secrets() {
        return List.copyOf(secrets);
    }
}
