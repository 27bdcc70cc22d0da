package org.camelforce.salesforcecc.language;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.guide.Markdown;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Reads a page in Markdown: paragraphs, headings, items of lists and cells of tables, but no blocks of code. */
final class PageProse extends AbstractVisitor {

    private final Prose.Builder prose;

    private static final Pattern GENERATED = Pattern.compile("<!-- (end )?[a-z]+ -->");

    private final Predicate<String> isForeign;
    private boolean isGenerated;

    private PageProse(String source, Predicate<String> isForeign) {
        this.prose = new Prose.Builder(source);
        this.isForeign = isForeign;
    }

    /** @param isForeign whether a cell of a table repeats a text that is not the page's own */
    static Prose of(String source, String page, Predicate<String> isForeign) {
        PageProse reader = new PageProse(source, isForeign);
        Markdown.of(page).document().accept(reader);
        return reader.prose.build();
    }

    @Override
    public void visit(Paragraph paragraph) {
        prose.paragraph();
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        prose.paragraph();
        visitChildren(heading);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            if (isForeign.test(Markdown.text(node))) {
                return;
            }
            prose.paragraph();
        }
        visitChildren(node);
    }

    /** Two comments enclose what is generated. Its names have no marks. */
    @Override
    public void visit(HtmlBlock html) {
        Matcher comment = GENERATED.matcher(html.getLiteral().strip());
        if (comment.matches()) {
            isGenerated = comment.group(1) == null;
        }
    }

    @Override
    public void visit(Text text) {
        if (isGenerated) {
            at(text).plain(text.getLiteral());
        } else {
            at(text).words(text.getLiteral());
        }
    }

    @Override
    public void visit(Code code) {
        at(code).code();
    }

    @Override
    public void visit(SoftLineBreak space) {
        prose.words(" ");
    }

    @Override
    public void visit(HardLineBreak space) {
        prose.words(" ");
    }

    private Prose.Builder at(Node node) {
        return prose.line(Markdown.line(node));
    }
}
