package org.camelforce.salesforcecc.internal.migration;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Makes findings of the places in one file: one for the lines that change together. */
final class FileFindings {

    /** Places whose lines overlap. */
    private record Group(int first, int last, List<Place> places) {}

    private static final String MARK = "\uFEFF";

    private final String name;
    private final Source file;
    private final List<Range> secrets;
    private final List<Group> groups;

    FileFindings(String name, Places places, List<Place> wanted) {
        this.name = name;
        this.file = places.file();
        this.secrets = places.secrets();
        this.groups = groups(consistent(wanted));
    }

    /** Drops changes within text that is removed or replaced as a whole. */
    private static List<Place> consistent(List<Place> places) {
        List<Place> sorted = places.stream()
                .distinct()
                .sorted(Comparator.comparingInt(FileFindings::begin)
                        .thenComparing(Comparator.comparingInt(Place::end).reversed()))
                .toList();
        List<Place> kept = new ArrayList<>();
        Edit last = null;
        for (Place place : sorted) {
            Edit edit = place.edit();
            if (edit == null) {
                if (last == null || !isRemoval(last) || place.start() >= last.end()) {
                    kept.add(place);
                }
            } else if (last == null || edit.start() >= last.end()) {
                kept.add(place);
                last = edit;
            } else if (edit.end() > last.end()) {
                kept.add(new Place(place.kind(), place.start(), place.why(), null));
            }
        }
        return kept;
    }

    private static int begin(Place place) {
        Edit edit = place.edit();
        return edit == null ? place.start() : edit.start();
    }

    private static boolean isRemoval(Edit edit) {
        return "".equals(edit.certain());
    }

    private List<Group> groups(List<Place> places) {
        List<Group> found = new ArrayList<>();
        for (Place place : places.stream()
                .sorted(Comparator.comparingInt(FileFindings::begin))
                .toList()) {
            int first = file.lineOf(begin(place));
            int last = file.lineOf(Math.max(begin(place), place.end()));
            Group previous = found.isEmpty() ? null : found.get(found.size() - 1);
            if (previous != null && first <= previous.last()) {
                List<Place> both = new ArrayList<>(previous.places());
                both.add(place);
                found.set(found.size() - 1, new Group(previous.first(), Math.max(last, previous.last()), both));
            } else {
                found.add(new Group(first, last, List.of(place)));
            }
        }
        return found;
    }

    List<MigrationFinding> findings() {
        return groups.stream().map(this::finding).toList();
    }

    private MigrationFinding finding(Group group) {
        List<Edit> edits = edits(group);
        boolean certain =
                edits.size() == group.places().size() && edits.stream().allMatch(edit -> edit.certain() != null);
        String instead = edits.isEmpty() ? null : shown(group, edits);
        int start = begin(group.places().get(0));
        int indentation = file.indentation(group.first()).length();
        return new MigrationFinding(
                name,
                group.first(),
                Math.max(start - file.startOf(group.first()), indentation) + 1,
                shown(group, List.of()).stripTrailing().stripIndent().strip(),
                certain ? Certainty.CERTAIN : Certainty.LOOK,
                instead == null || instead.isBlank()
                        ? null
                        : instead.stripTrailing().stripIndent().strip(),
                group.places().stream()
                        .map(Place::why)
                        .filter(why -> !why.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static List<Edit> edits(Group group) {
        return group.places().stream().map(Place::edit).filter(Objects::nonNull).toList();
    }

    /** The lines of a group after some changes, without secrets. */
    private String shown(Group group, List<Edit> edits) {
        List<Edit> all = new ArrayList<>(edits);
        for (Range secret : secrets) {
            boolean changed =
                    edits.stream().anyMatch(edit -> edit.start() < secret.end() && secret.start() < edit.end());
            if (!changed) {
                all.add(new Edit(secret.start(), secret.end(), LoginOption.MASK, null));
            }
        }
        int end = group.last() < file.lines()
                ? file.startOfNext(group.last())
                : file.text().length();
        String text = apply(file.startOf(group.first()), end, all, true);
        return SecretLines.masked(name, masked(text.replace(MARK, "")));
    }

    /** The same secrets elsewhere, such as in a comment of the line. */
    private String masked(String line) {
        String masked = line;
        for (Range secret : secrets) {
            String value = file.text().substring(secret.start(), secret.end());
            if (value.length() > 3) {
                masked = masked.replaceAll(
                        "(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])",
                        Matcher.quoteReplacement(LoginOption.MASK));
            }
        }
        return masked;
    }

    private String apply(int from, int to, List<Edit> edits, boolean shown) {
        StringBuilder text = new StringBuilder();
        int at = from;
        List<Edit> sorted =
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
        for (Edit edit : sorted) {
            if (edit.start() >= at && edit.end() <= to) {
                text.append(file.text(), at, edit.start())
                        .append(shown ? edit.shown() : Objects.requireNonNullElse(edit.certain(), ""));
                at = edit.end();
            }
        }
        return text.append(file.text(), at, to).toString();
    }

    /** What the program can write; null if that is nothing. */
    @Nullable
    FileChange change(Charset charset) {
        List<FileChange.Hunk> hunks = new ArrayList<>();
        for (Group group : groups) {
            List<Edit> edits =
                    edits(group).stream().filter(edit -> edit.certain() != null).toList();
            if (!edits.isEmpty()) {
                int start = file.startOf(group.first());
                int end = file.startOfNext(group.last());
                String applied = apply(start, end, edits, false);
                String mark = start == 0 && file.text().startsWith(MARK) && !applied.startsWith(MARK) ? MARK : "";
                String text = mark + (applied.isBlank() ? "" : applied);
                if (!text.equals(file.text().substring(start, end))) {
                    hunks.add(new FileChange.Hunk(group.first(), group.last(), text));
                }
            }
        }
        TreeSet<Integer> secretLines = new TreeSet<>();
        for (Range secret : secrets) {
            for (int line = file.lineOf(secret.start()); line <= file.lineOf(secret.end() - 1); line++) {
                secretLines.add(line);
            }
        }
        for (int line = 1; line <= file.lines(); line++) {
            if (SecretLines.has(name, file.line(line))) {
                secretLines.add(line);
            }
        }
        return hunks.isEmpty() ? null : new FileChange(name, charset, file.text(), hunks, secretLines);
    }
}
