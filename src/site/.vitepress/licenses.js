// Writes the licences of what the bundled scripts and styles are made of beside them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/
const LINE = `\n\n${'-'.repeat(72)}\n\n`
// VitePress has these in its styles, without their licence
const ICONS = `Lucide, ISC

ISC License

Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of Feather (MIT). All other copyright (c)
for Lucide are held by Lucide Contributors 2022.

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`

export function licenses(fileName) {
    let forServer
    return {
        name: 'licenses',
        configResolved(config) {
            forServer = Boolean(config.build.ssr)
        },
        generateBundle(options, bundle) {
            if (forServer) {
                return
            }
            const folders = Object.values(bundle)
                .flatMap((chunk) => Object.keys(chunk.modules ?? {}))
                .map((id) => PACKAGE.exec(id.replace(/\0/g, ''))?.[0])
            const notices = [...new Set(folders.filter(Boolean))].sort().map(notice)
            this.emitFile({ type: 'asset', fileName, source: `${[ICONS, ...notices].join(LINE)}\n` })
        },
    }
}

function notice(folder) {
    const { author, license, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const heading = `${name} ${version}, ${license}`
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (file) {
        return `${heading}\n\n${readFileSync(join(folder, file), 'utf8').trim()}`
    }
    if (license !== 'MIT') {
        throw new Error(`${name} has no file with its licence, ${license}`)
    }
    return `${heading}, copyright by ${author?.name ?? author}, in the same words of the MIT License as others here`
}
