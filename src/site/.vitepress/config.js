import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { licenses } from './licenses.js'
import { configure, slugify } from './markdown.js'
import { sidebar, top } from './navigation.js'
import { place, root } from './repository.js'
import { render, sections } from './search.js'

const LICENSES = 'third-party-licenses.txt'
const icon = readFileSync(new URL('icon.svg', import.meta.url), 'utf8')

export default defineConfig({
    title: 'camel-salesforce-cc',
    description: 'An Apache Camel component for Salesforce that logs in with a consumer key and secret.',
    lang: 'en-US',
    head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],

    srcDir: root,
    srcExclude: ['**/target/**'],
    outDir: resolve(root, 'target/site'),
    cacheDir: resolve(root, 'target/site-cache'),
    rewrites: place,
    // each page links all pages
    router: { prefetchLinks: false },

    markdown: {
        anchor: { slugify },
        attrs: { disable: true },
        config: configure,
        theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    },
    vite: {
        plugins: [licenses(LICENSES), vueOfTheSite()],
        // the search index is one file
        build: { chunkSizeWarningLimit: 2000 },
    },

    transformPageData({ relativePath, frontmatter }) {
        return relativePath === 'index.md' ? { frontmatter: { ...frontmatter, pageClass: 'first-page' } } : {}
    },

    themeConfig: {
        nav: top,
        sidebar,
        outline: [2, 3],
        search: { provider: 'local', options: { _render: render, miniSearch: { _splitIntoSections: sections } } },
    },
})

/** The pages are outside of this folder, which has the modules that they are compiled to use. */
function vueOfTheSite() {
    return {
        name: 'vue-of-the-site',
        enforce: 'pre',
        resolveId(id, importer, options) {
            return /^vue(\/|$)/.test(id) && importer?.endsWith('.md')
                ? this.resolve(id, fileURLToPath(import.meta.url), { ...options, skipSelf: true })
                : null
        },
    }
}
