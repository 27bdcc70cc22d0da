// Which files of the repository are pages of the site, and where a link from one of them leads.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

const SITE = 'src/site'

const PLACES = [
    [/^README\.md$/, () => 'index.md'],
    [/^([A-Z]+)\.md$/, (name) => `${name.toLowerCase()}.md`],
    [/^src\/docs\/README\.md$/, () => 'guide/index.md'],
    [/^src\/docs\/(.+)$/, (page) => `guide/${page}`],
    [/^src\/salesforce\/README\.md$/, () => 'modules/salesforce.md'],
    [/^examples\/(.+)\/README\.md$/, (example) => `examples/${example}.md`],
    [/^camel-salesforce-cc\/(?:testing\/|verification\/)?(.+)\/README\.md$/, (module) => `modules/${module}.md`],
    [/^src\/site\/(files\/.+)$/, (file) => file],
]

/** The sources of the pages, relative to the root of the repository. */
export const pages = markdown('')

/** @returns where the site has the page that is made of this source */
export function place(source) {
    for (const [pattern, toPlace] of PLACES) {
        const match = pattern.exec(source)
        if (match) {
            return toPlace(match[1])
        }
    }
    return source
}

/** @returns the link of the site for a link of the repository */
export function siteLink(source, href) {
    if (/^([a-z]+:|#|\/)/.test(href)) {
        return href
    }
    const [path, anchor] = href.split('#')
    const target = targetOf(source, path)
    if (!existsSync(resolve(root, target))) {
        throw new Error(`${source} links ${href}, which does not exist`)
    }
    return `/${pageOf(target)}${anchor ? `#${anchor}` : ''}`
}

/** @returns the files and folders that pages link and that are no pages, and the pages that link them */
export function linkedFiles() {
    const linked = new Map()
    for (const page of pages) {
        for (const path of links(page)) {
            const target = targetOf(page, path)
            if (existsSync(resolve(root, target)) && pageOf(target).startsWith('files/')) {
                linked.set(target, [...(linked.get(target) ?? []), page])
            }
        }
    }
    return linked
}

/** @returns the name of a page, which is its first heading */
export function title(page) {
    return /^# (.+)$/m.exec(readFileSync(resolve(root, page), 'utf8'))[1].replaceAll('`', '')
}

export function isFolder(path) {
    return statSync(resolve(root, path)).isDirectory()
}

/** @returns what a folder has, without hidden files and what a build makes */
export function entries(folder) {
    return readdirSync(resolve(root, folder), { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.') && !['target', 'node_modules'].includes(name))
        .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

function pageOf(target) {
    const readme = posix.join(target, 'README.md')
    if (pages.includes(target) || pages.includes(readme)) {
        return place(pages.includes(target) ? target : readme)
    }
    // servers of static files often have no hidden ones
    const visible = target.replace(/(^|\/)\./g, '$1')
    return `files/${visible}${isFolder(target) ? '/index' : ''}.md`
}

function targetOf(source, path) {
    return posix.join(posix.dirname(source), decodeURI(path)).replace(/\/$/, '')
}

function links(page) {
    const prose = readFileSync(resolve(root, page), 'utf8')
        .replace(/^ *```[\s\S]*?^ *```/gm, '')
        .replace(/`[^`]*`/g, '')
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    return [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)]
        .map((match) => match[1])
        .filter((path) => !/^[a-z]+:/.test(path))
}

function markdown(folder) {
    return entries(folder).flatMap((entry) => {
        const path = posix.join(folder, entry.name)
        if (path === SITE) {
            return []
        }
        return entry.isDirectory() ? markdown(path) : basename(path).endsWith('.md') ? [path] : []
    })
}
