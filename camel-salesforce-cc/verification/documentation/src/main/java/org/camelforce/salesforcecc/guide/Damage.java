package org.camelforce.salesforcecc.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Finds what no author means in a Markdown text: where words were lost, or two pieces of text were put together. */
final class Damage extends AbstractVisitor {

    private static final Pattern HEADING_INSIDE = Pattern.compile("#{2,6}(\\s|$)|\\p{Ll}#\\s|^#{1,6}\\p{L}");
    private static final Pattern CONFLICT = Pattern.compile("([<=>])\\1{6}( .*)?");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CUT_BEGINNING = Pattern.compile("[\\p{Ll},.;:)]");
    private static final Pattern CUT_END = Pattern.compile("[\\p{L}\\p{N},]$");

    private final Markdown markdown;
    private final List<String> found = new ArrayList<>();

    private Damage(Markdown markdown) {
        this.markdown = markdown;
    }

    /**
     * @param text a Markdown text
     * @return what is damaged, each with the number of its line
     */
    static List<String> of(String text) {
        Damage damage = new Damage(Markdown.of(text));
        damage.markdown.document().accept(damage);
        damage.conflicts();
        return List.copyOf(damage.found);
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        if (HEADING_INSIDE.matcher(literal).find()) {
            add(text, "a heading inside of text");
        }
        if (literal.contains("`")) {
            add(text, "code without an end");
        }
        if (literal.contains("**")) {
            add(text, "bold text without an end");
        }
        if (literal.contains("](") || literal.contains("][")) {
            add(text, "a link that is none");
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        String text = Markdown.text(paragraph);
        if (text.startsWith("|")) {
            add(paragraph, "a table that is none");
        } else if (paragraph.getParent() instanceof Document) {
            if (CUT_BEGINNING.matcher(text).lookingAt()
                    && paragraph.getFirstChild() instanceof Text
                    && !goesAround(paragraph.getPrevious())) {
                add(paragraph, "text without a beginning");
            }
            if (CUT_END.matcher(text).find()
                    && paragraph.getLastChild() instanceof Text
                    && !goesAround(paragraph.getNext())) {
                add(paragraph, "text without an end");
            }
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        if (!source(heading).startsWith("#")) {
            add(heading, "a line under text that makes it a heading");
        }
        if (Markdown.text(heading).isBlank()) {
            add(heading, "a heading without text");
        }
        visitChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        String fence = String.valueOf(code.getFenceCharacter()).repeat(code.getOpeningFenceLength());
        if (code.getClosingFenceLength() == null) {
            add(code, "a fence without an end");
        }
        if (code.getLiteral().lines().anyMatch(line -> line.strip().startsWith(fence))) {
            add(code, "text after a fence");
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        if (html.getLiteral().startsWith("<!--") && !html.getLiteral().contains("-->")) {
            add(html, "a comment without an end");
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row && cells(row) != cells(firstRow(row))) {
            add(row, "a row of a table with too few or too many cells");
        }
        visitChildren(node);
    }

    /** A sentence may go on after code, a list or a table. */
    private static boolean goesAround(@Nullable Node neighbour) {
        return neighbour != null && !(neighbour instanceof Heading) && !(neighbour instanceof Paragraph);
    }

    private void conflicts() {
        for (int index = 0; index < markdown.lines().size(); index++) {
            if (CONFLICT.matcher(markdown.lines().get(index)).matches()) {
                found.add("line " + (index + 1) + ": a mark of a merge conflict");
            }
        }
    }

    private static TableRow firstRow(TableRow row) {
        Node table = row;
        while (!(table instanceof TableBlock)) {
            table = table.getParent();
        }
        return (TableRow) table.getFirstChild().getFirstChild();
    }

    /** As they are written: what is missing or too many is not in the tree. */
    private int cells(TableRow row) {
        String source = source(row).strip();
        String inner = source.startsWith("|") ? source.substring(1) : source;
        int ends = (int) CELL_END.matcher(inner).results().count();
        return inner.endsWith("|") && !inner.endsWith("\\|") ? ends : ends + 1;
    }

    private String source(Node node) {
        SourceSpan span = node.getSourceSpans().get(0);
        return markdown.lines().get(span.getLineIndex()).substring(span.getColumnIndex());
    }

    private void add(Node node, String damage) {
        found.add("line " + Markdown.line(node) + ": " + damage);
    }
}
