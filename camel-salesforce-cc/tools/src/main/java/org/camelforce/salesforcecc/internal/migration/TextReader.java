package org.camelforce.salesforcecc.internal.migration;

import java.util.Set;

/** Recognises properties and variables in configuration and templates of other kinds. */
final class TextReader implements SourceReader {

    private static final Set<String> EXTENSIONS = Set.of(
            "txt",
            "conf",
            "ini",
            "toml",
            "tf",
            "tfvars",
            "hcl",
            "tpl",
            "gotmpl",
            "j2",
            "template",
            "tmpl",
            "example",
            "sample",
            "dist",
            "factories",
            "imports",
            "mf",
            "bnd",
            "config");

    @Override
    public boolean reads(String path) {
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1)) || path.contains("meta-inf/services/");
    }

    @Override
    public void read(Source source, Places places) {
        Comments.lines(source, "#", "//", ";").forEach(line -> Recognizer.read(source, line, places));
    }
}
