import './main.css'
import ui from '@nuxt/ui/vue-plugin'
import urql from '@urql/vue'
import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n, loadFirstWords, locale } from './app/i18n.js'
import { router } from './app/router.js'
import { client } from './app/urql.js'

document.documentElement.lang = locale.value
// Words that come after a component was drawn do not redraw it. Without a server the Indonesian ones, which are bundled, must do.
await loadFirstWords().catch(() => undefined)
createApp(App).use(i18n).use(urql, client).use(router).use(ui).mount('#app')
