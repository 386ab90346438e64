import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import type { Somebody } from '../support/people.js'
import type { Office } from './office.js'

/** What a page must never do; each test ends by asking that nothing was written here. */
class Watch {
  readonly complaints: string[] = []
  /** True while the test cuts the network itself: then the browser may say so. */
  networkIsCut = false

  constructor(private readonly origin: string) {}

  /** A page that only looks on: from now on no document may be loaded into it. */
  still(page: Page): void {
    page.on('domcontentloaded', () => this.complaints.push(`loaded anew: ${page.url()}`))
  }

  on(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      const text = message.text()
      const missingWord = /not found '.+' key|fall back to translate/i.test(text)
      if (message.type() !== 'error' && message.type() !== 'warning' && !missingWord) return
      if (this.networkIsCut && /net::ERR_|WebSocket connection/.test(text)) return
      this.complaints.push(`console: ${text}`)
    })
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (/^(https?|wss?):$/.test(protocol) && host !== new URL(this.origin).host) this.complaints.push(`left the house: ${request.url()}`)
    })
  }
}

/** One person at a browser of their own. */
export interface Seat {
  readonly page: Page
  readonly watch: Watch
  /** Another tab of the same browser that only looks on. */
  lookAt(path: string): Promise<Page>
}

export type Sit = (office: Office, who: Somebody | null, at?: string, options?: BrowserContextOptions) => Promise<Seat>

async function open(browser: Browser, office: Office, who: Somebody | null, options: BrowserContextOptions): Promise<Seat> {
  const context = await browser.newContext({ baseURL: office.url, reducedMotion: 'reduce', ...options })
  if (who) {
    const [name = '', value = ''] = (await office.as(who)).cookie.split('=')
    await context.addCookies([{ name, value, url: office.url, httpOnly: true, sameSite: 'Lax' }])
  }
  const watch = new Watch(office.url)
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage()
    watch.on(page)
    return page
  }
  const page = await newPage()
  return {
    page,
    watch,
    lookAt: async (path) => {
      const other = await newPage()
      await other.goto(path)
      await isLive(other)
      watch.still(other)
      // A tab behind another draws one frame a second, and every click waits for two.
      await page.bringToFront()
      return other
    },
  }
}

/** Gives people seats at the console, already signed in; at the end none of their pages may have complained. */
export const test = base.extend<{ sit: Sit }>({
  sit: async ({ browser }, use) => {
    const seats: Seat[] = []
    await use(async (office, who, at, options = {}) => {
      const seat = await open(browser, office, who, options)
      seats.push(seat)
      if (at !== undefined) await seat.page.goto(at)
      return seat
    })
    expect(seats.flatMap(({ watch }) => watch.complaints)).toEqual([])
    await Promise.all(seats.map(({ page }) => page.context().close()))
  },
})

export { expect }

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Waits until the console hears changes as they happen. */
export const isLive = (page: Page, options: { readonly timeout?: number } = {}): Promise<void> =>
  expect(page.locator('[data-live]:visible')).toHaveAttribute('data-live', 'live', options)
