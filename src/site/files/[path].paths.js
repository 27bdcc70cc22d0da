// The files and folders that pages link, as pages.
import { readFileSync } from 'node:fs'
import { basename, extname, posix, resolve } from 'node:path'
import { entries, isFolder, linkedFiles, root, siteLink } from '../.vitepress/repository.js'

const LANGUAGES = ['java', 'json', 'properties', 'sql', 'xml', 'yaml', 'yml']
const SETTINGS = '---\naside: false\nnext: false\nprev: false\n---'
const FENCE = '`````'
// colours are a tag for each word
const COLOURED_LINES = 500

const linked = linkedFiles()

export default {
    paths: () =>
        [...linked].map(([path, pages]) => ({
            params: { path: siteLink('', path).replace(/^\/files\/|\.md$/g, '') },
            content: [
                SETTINGS,
                `# ${basename(path).replace(/[_*<]/g, '\\$&')}`,
                `\`${path}\` in the repository. Linked by ${pages.map(pageLink).join(', ')}.`,
                isFolder(path) ? listing(path) : code(path),
            ].join('\n\n'),
        })),
}

function pageLink(page) {
    return `[${page}](${siteLink('', page)})`
}

function code(path) {
    const text = readFileSync(resolve(root, path), 'utf8').trimEnd()
    const extension = extname(path).slice(1)
    const coloured = LANGUAGES.includes(extension) && text.split('\n').length <= COLOURED_LINES
    return [`${FENCE}${coloured ? extension : 'text'}`, text, FENCE].join('\n')
}

function listing(folder) {
    return entries(folder)
        .map((entry) => {
            const path = posix.join(folder, entry.name)
            const name = `\`${entry.name}${entry.isDirectory() ? '/' : ''}\``
            const link = siteLink('', path)
            return link.startsWith('/files/') && !linked.has(path) ? `- ${name}` : `- [${name}](${link})`
        })
        .join('\n')
}
