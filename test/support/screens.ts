import { cookieIn } from './as.js'
import { until } from './console.js'

/** A line as a screen receives it. */
export interface LineSeen {
  readonly queueNumber: number
  readonly firstName: string | null
  readonly since: string
  readonly state: string
  readonly room: string | null
}

/** A screen of the lobby without a browser: its cookie, its code, and every byte that it was ever sent on its line. */
export interface WallScreen {
  readonly cookie: string
  readonly code: string
  readonly text: string
  /** Whether it was told that it is cut off. */
  readonly over: boolean
  present(): Promise<object>
  /** The answer at the door of the stream. */
  lines(): Promise<Response>
  follow(): Promise<void>
  frames(): Promise<LineSeen[][]>
  frame(index: number): Promise<LineSeen[]>
  last(): Promise<LineSeen[]>
  close(): void
}

const HEADERS = { 'x-requested-by': 'tanggap-display' }

export async function aScreen(url: string, given = ''): Promise<WallScreen> {
  let cookie = given
  let text = ''
  const leaving = new AbortController()
  const headers = () => ({ ...HEADERS, ...(cookie ? { cookie } : {}) })
  const ask = async () => {
    const answer = await fetch(`${url}/display`, { method: 'POST', headers: headers() })
    if (!answer.ok) throw new Error(`A screen was answered ${answer.status}`)
    cookie = cookieIn(answer.headers) ?? cookie
    return (await answer.json()) as { readonly code?: string }
  }
  const first = await ask()
  const frames = (): LineSeen[][] =>
    text
      .split('\n\n')
      .filter((part) => part.startsWith('data: '))
      .map((part) => JSON.parse(part.slice('data: '.length)) as LineSeen[])
  const lines = () => fetch(`${url}/display/lines`, { headers: headers(), signal: leaving.signal })
  const listen = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder()
    for await (const part of body) text += decoder.decode(part, { stream: true })
  }
  const soon = async (index: number): Promise<LineSeen[]> => {
    await until('a frame comes', () => frames().at(index) !== undefined)
    return frames().at(index) ?? []
  }
  return {
    get cookie() {
      return cookie
    },
    code: first.code ?? '',
    get text() {
      return text
    },
    get over() {
      return text.includes('event: over')
    },
    present: ask,
    lines,
    follow: async () => {
      const answer = await lines()
      if (!answer.ok || !answer.body) throw new Error(`The lobby answered ${answer.status}`)
      void listen(answer.body).catch(() => undefined)
      await soon(0)
    },
    frames: async () => frames(),
    frame: soon,
    last: () => soon(-1),
    close: () => leaving.abort(),
  }
}
