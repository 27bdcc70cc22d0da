// Splits a page into what the search finds: its sections, and the rows of tables that have a name, such as options.
const HEADING = /<h([1-6]) id="([^"]*)"[^>]*>(.*?) ?<a class="header-anchor".*?<\/h\1>/gs
const ROW = /<tr id="([^"]*)"[^>]*>(.*?)<\/tr>/gs
const CELL_END = '</td>'

/** Without the colours of code, which nobody searches for and which take long. */
export function render(source, env, md) {
    const { highlight } = md.options
    md.options.highlight = null
    try {
        return md.render(source, env)
    } finally {
        md.options.highlight = highlight
    }
}

export function* sections(file, html) {
    const [, ...parts] = html.split(HEADING)
    let titles = []
    for (let part = 0; part < parts.length; part += 4) {
        const [level, anchor, heading, content] = parts.slice(part, part + 4)
        titles = [...titles.slice(0, level - 1), text(heading)]
        yield { anchor, titles, text: text(content.replace(ROW, '')) }
        for (const [, row, cells] of content.matchAll(ROW)) {
            const [name, ...others] = cells.split(CELL_END)
            yield { anchor: row, titles: [...titles, text(name)], text: text(others.join(' ')) }
        }
    }
}

function text(html) {
    return html
        .replaceAll('<wbr>', '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#123;/g, '{')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
        .trim()
}
