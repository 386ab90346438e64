import pg from 'pg'
import type { Viewer } from '@domain'
import { as, type Client } from '../support/as.js'
import { anOrganisation, type Organisation } from '../support/casework.js'
import { startProduct, type Product } from '../support/product.js'

type Rows = Promise<Record<string, never>[]>

/** The built product with a small office in it, for one test file. */
export interface Office {
  readonly product: Product
  readonly url: string
  readonly people: Organisation
  /** Somebody's session outside any browser: to prepare work, and to act while a browser only watches. */
  as(person: Pick<Viewer, 'id'> & { readonly email: string }): Promise<Client>
  query(sql: string, params?: unknown[]): Rows
  close(): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const product = await startProduct({ mode: 'test' })
  const query = async (sql: string, params: unknown[] = []): Rows => {
    const client = new pg.Client(product.databaseUrl)
    await client.connect()
    try {
      return (await client.query<Record<string, never>>(sql, params)).rows
    } finally {
      await client.end()
    }
  }
  try {
    const people = await anOrganisation({ query: <T>(sql: string, params?: unknown[]) => query(sql, params) as Promise<T> })
    const sessions = new Map<string, Promise<Client>>()
    return {
      product,
      url: product.url,
      people,
      query,
      as: ({ id, email }) => {
        const known = sessions.get(id) ?? as(product.url, { email })
        sessions.set(id, known)
        return known
      },
      close: () => product.stop(),
    }
  } catch (error) {
    await product.stop()
    throw error
  }
}
