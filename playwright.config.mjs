import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.mjs'

/**
 * Browser tests start the product themselves (test/browser), two files at a time, in whatever Chromium this machine has. A machine that stands still
 * for ten seconds is no fault of the product, so a failed test is tried once more; `npm test` says which needed it, and each of those is looked into.
 */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  workers: 2,
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    testIdAttribute: 'data-test',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_FLAGS },
  },
})
