// Tables that can be linked, found and read on a narrow screen.

const ROLES = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', th: 'columnheader', td: 'cell' }
const MANY_COLUMNS = 4
const BREAKABLE = 'breakable'

export function configureTables(md, escape) {
    md.core.ruler.push('table-rows', nameRows)
    md.core.ruler.push('table-cells', labelCells)
    md.renderer.rules.code_inline = (tokens, index) => {
        const { content, meta } = tokens[index]
        const words = meta === BREAKABLE ? content.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[_./:=-])(?=\w)/) : [content]
        return `<code>${words.map(escape).join('<wbr>')}</code>`
    }
    md.renderer.rules.table_open = (tokens, index) =>
        `<div class="${tokens[index].meta}" tabindex="0"><table role="table">\n`
    md.renderer.rules.table_close = () => '</table></div>\n'
}

/** A row that begins with one word of code, such as an option, has the word as its anchor. */
function nameRows({ tokens }) {
    const taken = new Set(tokens.map((token) => token.attrGet('id')))
    tokens.forEach((token, index) => {
        const [first, ...others] = tokens[index + 2]?.children ?? []
        if (token.type !== 'tr_open' || first?.type !== 'code_inline' || others.length > 0) {
            return
        }
        const name = first.content
        const free = [name, `${name}-1`, `${name}-2`].find((id) => /^[\w.-]+$/.test(id) && !taken.has(id))
        if (free) {
            taken.add(free)
            token.attrSet('id', free)
        }
    })
}

/**
 * Styles show a row with many cells as lines with labels on a narrow screen. The roles are those that elements lose
 * when styles show them otherwise.
 */
function labelCells({ tokens }) {
    let table
    let labels
    let column
    tokens.forEach((token, index) => {
        if (token.type === 'table_open') {
            table = token
            labels = []
        } else if (token.type === 'tr_open') {
            column = 0
        } else if (token.type === 'th_open') {
            const [content, close] = tokens.slice(index + 1)
            labels.push(content.children.map((part) => part.content).join(''))
            table.meta = labels.length < MANY_COLUMNS ? 'wide' : 'wide many-columns'
            // a header without text is none
            token.tag = close.tag = content.content ? 'th' : 'td'
        } else if (token.type === 'td_open') {
            tokens[index + 1].children.forEach((part) => (part.meta = BREAKABLE))
            token.attrSet('data-label', labels[column++])
        }
        if (token.nesting > 0 && ROLES[token.tag]) {
            token.attrSet('role', ROLES[token.tag])
        }
    })
}
