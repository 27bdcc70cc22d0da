import theme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import NotFound from './NotFound.vue'
import './style.css'

export default { ...theme, Layout: () => h(theme.Layout, null, { 'not-found': () => h(NotFound) }) }
