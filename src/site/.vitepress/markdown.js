// Makes VitePress read the pages as a browser of repositories does.
import { relative, sep } from 'node:path'
import { root, siteLink } from './repository.js'
import { configureTables } from './tables.js'

/** As GitHub makes anchors, and as LinksTest checks them. */
export function slugify(heading) {
    return heading
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-')
}

export function configure(md) {
    // Vue must not take text for an expression of its own
    const escape = (text) => md.utils.escapeHtml(text).replaceAll('{{', '&#123;&#123;')
    md.disable('emoji')
    md.core.ruler.push('repository-links', rewriteLinks)
    configureTables(md, escape)
    const rules = md.renderer.rules
    const fence = rules.fence
    rules.text = (tokens, index) => escape(tokens[index].content)
    rules.html_block = (tokens, index) => tokens[index].content.replace(/<!--[\s\S]*?-->/g, '')
    rules.code_block = (tokens, index, ...others) => {
        tokens[index].info = 'text'
        return fence(tokens, index, ...others)
    }
    rules.fence = (tokens, index, options, env, self) =>
        tokens[index].info === 'mermaid'
            ? md.render(transitions(tokens[index].content))
            : fence(tokens, index, options, env, self)
}

function rewriteLinks({ env, tokens }) {
    const source = relative(root, env.realPath ?? env.path ?? root).split(sep).join('/')
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
        if (token.type === 'link_open') {
            token.attrSet('href', siteLink(source, token.attrGet('href')))
        }
    }
}

/** A state diagram as a table, which takes no program to draw it and can be read by all. */
function transitions(diagram) {
    const rows = [...diagram.matchAll(/^ *(\S+) --> (\S+?)(?:: (.+))?$/gm)].map(
        ([, from, to, events]) => `| ${from === '[*]' ? 'start' : from} | ${events ?? ''} | ${to} |`,
    )
    return ['| from | on | to |', '|---|---|---|', ...rows].join('\n')
}
