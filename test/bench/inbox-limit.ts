import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Prepared } from './statements.js'

/** What the limit is told: the database, and per path the two prepared statements of one list of one viewer. */
export interface LimitGiven {
  readonly url: string
  readonly lists: Readonly<Record<string, { readonly page: Prepared; readonly count: Prepared }>>
}

const { url, lists } = JSON.parse(process.env['BENCH'] ?? '') as LimitGiven
const RAW = [16, 20, 21, 23]
const TIMES = [1184, 1114]
const UUIDS = 2951

const pool = new pg.Pool({
  connectionString: url,
  max: 12,
  options: '-c max_parallel_workers_per_gather=0 -c TimeZone=UTC -c random_page_cost=1.1 -c plan_cache_mode=force_custom_plan',
  types: { getTypeParser: () => (value: string) => value },
})

type Writer = (value: string) => string

function writerOf(type: number): Writer {
  if (type === 16) return (value) => (value === 't' ? 'true' : 'false')
  if (RAW.includes(type)) return (value) => value
  if (TIMES.includes(type)) return (value) => `"${value.slice(0, 10)}T${value.slice(11, 19)}Z"`
  if (type === UUIDS) return (value) => (value === '{}' ? '[]' : `["${value.slice(1, -1).replaceAll(',', '","')}"]`)
  return (value) => JSON.stringify(value)
}

async function answer(name: string): Promise<string> {
  const list = lists[name]
  if (!list) throw new Error(`There is no list ${name}`)
  const [page, count] = await Promise.all([
    pool.query<(string | null)[]>({ name: `${name} page`, text: list.page.text, values: [...list.page.values], rowMode: 'array' }),
    pool.query<(string | null)[]>({ name: `${name} count`, text: list.count.text, values: [...list.count.values], rowMode: 'array' }),
  ])
  const columns = page.fields.map((field) => ({ key: `"${field.name}":`, write: writerOf(field.dataTypeID) }))
  const rows = page.rows.slice(0, 50).map((row) => {
    const cells = columns.map(({ key, write }, at) => {
      const value = row[at]
      return key + (value === null || value === undefined ? 'null' : write(value))
    })
    return `{${cells.join(',')}}`
  })
  return `{"total":${count.rows[0]?.[0] ?? '0'},"rows":[${rows.join(',')}]}`
}

const server = createServer((request, response) => {
  request.resume()
  answer((request.url ?? '').slice(1)).then(
    (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
