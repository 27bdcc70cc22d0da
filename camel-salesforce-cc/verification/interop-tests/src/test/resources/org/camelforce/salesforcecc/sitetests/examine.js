// What a test wants to know of the page that has this script.
const all = (selector) => [...document.querySelectorAll(selector)]

window.isAlive = () => Boolean(document.getElementById('app')?.__vue_app__)

// colours that change slowly are others for a while
const style = `<style>
    *, *::before, *::after { transition: none !important }
    .page-alone :is(.VPNav, .VPSidebar) { display: none }
</style>`
document.addEventListener('DOMContentLoaded', () => document.head.insertAdjacentHTML('beforeend', style))

/** Goes to another page as a link does, which takes less than to load it. What is around all pages is hidden then. */
window.go = async (page) => {
    document.documentElement.classList.add('page-alone')
    performance.clearResourceTimings()
    const provided = document.getElementById('app').__vue_app__._context.provides
    await Object.getOwnPropertySymbols(provided).map((symbol) => provided[symbol]).find(({ go }) => go).go(page)
    await new Promise(requestAnimationFrame)
    if (page !== '/404.html' && document.querySelector('.not-found')) {
        throw new Error(`${page} is not found`)
    }
    await Promise.allSettled([...document.images].map((image) => image.decode()))
}

window.examine = async () => ({
    ...contents(),
    overflow: overflow(),
    violations: [
        ...(await axeFinds(document, { rules: { 'color-contrast': { enabled: false } } })),
        ...(await contrasts()),
    ],
})

/**
 * axe takes seconds for the colours of a long page. So it gets one text of each combination of them that was on no page
 * before.
 */
window.contrasts = async () => {
    const known = new Set(JSON.parse(sessionStorage.getItem('colours')))
    const texts = all('body *').filter((element) => {
        const combination = hasText(element) && isVisible(element) && colours(element)
        return combination && !known.has(combination) && known.add(combination)
    })
    sessionStorage.setItem('colours', JSON.stringify([...known]))
    return texts.length > 0 ? axeFinds({ include: texts }, { runOnly: ['color-contrast'] }) : []
}

const axeFinds = async (context, options) => {
    const found = await axe.run(context, { preload: false, resultTypes: ['violations'], ...options })
    return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
}

const contents = () => ({
    links: [...new Set(all('a[href]').map((link) => link.href))],
    anchors: all('[id]').map((element) => element.id),
    brokenImages: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
    requests: performance.getEntriesByType('resource').map((request) => request.name),
})

const overflow = () => {
    const width = document.documentElement.clientWidth
    const scrolls = (element) =>
        element && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
    if (document.documentElement.scrollWidth <= width) {
        return []
    }
    const wide = all('body *').filter(
        (element) => element.getBoundingClientRect().right > width && !scrolls(element.parentElement))
    return [`${document.documentElement.scrollWidth} px`, ...wide.map((element) => element.outerHTML.slice(0, 100))]
}

const hasText = ({ childNodes }) => [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())

const isVisible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

const colours = (element) => {
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const behind = new Set()
    for (let ancestor = element; ancestor; ancestor = ancestor.parentElement) {
        const { backgroundColor, clipPath, opacity } = getComputedStyle(ancestor)
        behind.add(`${backgroundColor} ${clipPath} ${opacity}`)
    }
    return [color, fontSize, fontWeight, ...behind].join()
}
