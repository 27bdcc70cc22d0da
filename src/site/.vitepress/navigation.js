// What a reader wants to do, in the order of the pages. Each page of the repository is here once.
import { pages, place, title } from './repository.js'

const module = (name) => `camel-salesforce-cc/${name}/README.md`
const check = (name) => module(`verification/${name}`)
const example = (name) => `examples/${name}/README.md`
const guide = (name) => `src/docs/${name}.md`

const TASKS = {
    'Get started': [['README.md', 'Overview'], guide('getting-started'), [guide('README'), 'All pages']],
    'Set up the org': [guide('org-setup'), 'src/salesforce/README.md'],
    Migrate: [guide('migration')],
    'Query and write': [
        [guide('camel-salesforce'), 'Operations'],
        [guide('other-apis'), 'Other APIs'],
        [guide('network'), 'Proxies and timeouts'],
    ],
    'Subscribe to events': [guide('subscriptions')],
    'Use several orgs': [guide('several-orgs')],
    'Rotate credentials': [guide('rotation')],
    Operate: [[guide('operations'), 'Monitoring'], guide('login'), guide('dashboard')],
    Test: [guide('testing'), [module('testing/simulator'), 'Simulator'], [module('testing/junit5'), 'JUnit 5']],
    Troubleshoot: [guide('troubleshooting'), [module('tools'), 'Doctor, rotate and scan']],
    Reference: [
        guide('options'),
        [guide('meters'), 'Meters and log events'],
        guide('alerts'),
        guide('rules'),
        guide('glossary'),
        guide('compatibility'),
        guide('dependencies'),
    ],
    Runtimes: [
        module('spring-boot'),
        [module('spring-boot-4-starter'), 'Starter for Spring Boot 4.1'],
        [module('spring-boot-starter'), 'Starter for Spring Boot 3.5'],
        guide('karaf'),
        [module('karaf'), 'Features for Karaf'],
        [module('kamelets'), 'Kamelets'],
        [module('component-shaded'), 'One jar'],
        [guide('other-runtimes'), 'Other runtimes'],
    ],
    Examples: [
        example('quickstart'),
        [example('spring-boot'), 'Spring Boot'],
        [example('yaml'), 'YAML'],
        [example('https'), 'HTTPS'],
        [example('cluster'), 'Cluster'],
        [example('karaf'), 'Karaf'],
    ],
    Contribute: [
        'CONTRIBUTING.md',
        guide('architecture'),
        'SECURITY.md',
        'CHANGELOG.md',
        check('documentation'),
        check('integration-tests'),
        check('interop-tests'),
        check('load-tests'),
        [check('compatibility'), 'Compatibility tests'],
    ],
}

export const top = [
    ['Get started', guide('getting-started')],
    ['Migrate', guide('migration')],
    ['Options', guide('options')],
    ['Troubleshoot', guide('troubleshooting')],
].map(([text, page]) => ({ text, link: link(page) }))

export const sidebar = Object.entries(TASKS).map(([task, items]) =>
    items.length === 1
        ? { ...entry(items[0], task), items: [] }
        : { text: task, items: items.map((item) => entry(item)) },
)

const listed = Object.values(TASKS).flat().map((item) => (Array.isArray(item) ? item[0] : item))
const missing = pages.filter((page) => !listed.includes(page))
if (missing.length > 0) {
    throw new Error(`src/site/.vitepress/navigation.js lacks ${missing.join(', ')}`)
}

function entry(item, task) {
    const [page, name] = Array.isArray(item) ? item : [item]
    const full = title(page)
    return { text: task ?? name ?? full, docFooterText: full, link: link(page) }
}

function link(page) {
    return `/${place(page)}`.replace(/(^|\/)index\.md$/, '$1')
}
