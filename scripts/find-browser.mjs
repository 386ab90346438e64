// Finds a Chromium that runs, and installs one when there is none. Alone it prints the path.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TOOLS } from './run.mjs'

/** Flags under which every one of these browsers runs, as root and without a network of its own. */
export const BROWSER_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

const IN_CACHE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
]

const CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  join(homedir(), 'AppData/Local/ms-playwright'),
]

function runs(path) {
  if (!existsSync(path)) return false
  const { status, stdout } = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /chrom/i.test(stdout)
}

function fromCache() {
  const folders = CACHES.filter((cache) => cache && existsSync(cache)).flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(cache, name)),
  )
  return folders.flatMap((folder) => IN_CACHE.map((program) => join(folder, program)))
}

const installed = () => [process.env.CHROMIUM_PATH, ...SYSTEM, ...fromCache()].filter(Boolean).find(runs)

function attempt(what, program, args, timeout) {
  console.error(`No browser found: trying ${what} ...`)
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout })
  } catch (error) {
    console.error(
      `  ${
        String(error.stderr ?? error.message)
          .trim()
          .split('\n')[0]
      }`,
    )
  }
  return installed()
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const install =
    'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation'
  return attempt('the chromium of Debian', 'sh', ['-c', install], 300_000)
}

async function fromNpm() {
  console.error('No browser found: unpacking the one from npm ...')
  process.env.VERCEL ??= '1' // makes the package unpack its shared libraries too and set LD_LIBRARY_PATH
  const { default: chromium } = await import('@sparticuz/chromium')
  chromium.setGraphicsMode = false
  const path = await chromium.executablePath()
  return runs(path) ? path : undefined
}

/** The path of a Chromium that answers; the environment it needs is set on this process. Throws when none can be had. */
export async function findBrowser() {
  const path =
    installed() ??
    attempt('playwright install', process.execPath, [TOOLS.playwright, 'install', 'chromium'], 240_000) ??
    fromDebian() ??
    (await fromNpm())
  if (path) return path
  throw new Error('No Chromium could be found or installed: set CHROMIUM_PATH to one, for example after apt-get install chromium.')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await findBrowser())
