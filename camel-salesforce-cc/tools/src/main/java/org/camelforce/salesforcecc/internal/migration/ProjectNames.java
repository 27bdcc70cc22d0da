package org.camelforce.salesforcecc.internal.migration;

import java.util.regex.Pattern;

/** Tells Camel's artifact {@code camel-salesforce} from projects, folders, images and resources of that name. */
final class ProjectNames {

    private static final Pattern CAMELS = Pattern.compile("org[./]apache[./]camel");
    private static final Pattern KEY =
            Pattern.compile("(?i)(?:name|\\b(?:app|image|id|title|path|folder|directory|dir|part-of|instance))"
                    + "[\"']?\\s*[:=]\\s*[\"']?$");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:^|[\\s;&|(\"'])(?:cd|pushd|mkdir|cp|mv|COPY|ADD|WORKDIR|-pl|--projects|-f|new-app|oc|kubectl"
                    + "|include|project)[\\s(][^;&|]*$");
    private static final Pattern PATH = Pattern.compile("(?:/|[\"']:)$");
    private static final int FAR = 200;

    private ProjectNames() {}

    /** Whether a text at an offset is such a name, judged by what stands before it in its line. */
    static boolean isOne(Source source, int offset) {
        int start = source.startOf(source.lineOf(offset));
        String line = source.text()
                .substring(Math.max(start, offset - FAR), Math.min(source.text().length(), offset + FAR));
        String before = source.text().substring(Math.max(start, offset - FAR), offset);
        return !CAMELS.matcher(line.lines().findFirst().orElse("")).find()
                && (KEY.matcher(before).find()
                        || COMMAND.matcher(before).find()
                        || PATH.matcher(before).find());
    }
}
