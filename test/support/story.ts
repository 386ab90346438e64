import { DataSource } from 'typeorm'
import { SavePersonDocument } from '../../client/src/generated/graphql.js'
import { startApp, type RunningApp } from './app.js'
import { browser } from './as.js'
import { anOrganisation, type Organisation } from './casework.js'
import { Console, until, type Ear } from './console.js'
import { freshDatabase, type FreshDatabase } from './database.js'
import type { Somebody } from './people.js'

/** A small office with its whole application running, and a console for whoever sits down. */
export class Story {
  private readonly consoles = new Map<string, Promise<Console>>()
  private sign: { id: string; version: number } | null = null

  private constructor(
    readonly database: FreshDatabase,
    public running: RunningApp,
    readonly people: Organisation,
  ) {}

  static async open(): Promise<Story> {
    const database = await freshDatabase()
    const running = await startApp(database.url)
    return new Story(database, running, await anOrganisation(running.app.get(DataSource)))
  }

  get db(): DataSource {
    return this.running.app.get(DataSource)
  }

  /** The server ends and another begins on the same data, as in an update. Consoles sign on at the new one with the cookies they have. */
  async restart(): Promise<void> {
    const cookies: [string, Console][] = []
    for (const [id, one] of this.consoles) cookies.push([id, await one])
    await this.running.close()
    this.running = await startApp(this.database.url, { config: { filesDir: this.running.config.filesDir } })
    for (const [id, { client }] of cookies) {
      this.consoles.set(id, Promise.resolve(new Console(this.running.url, browser(this.running.url, client.cookie))))
    }
  }

  /** The console of a person, signed in once. */
  console(person: Pick<Somebody, 'id' | 'email'>): Promise<Console> {
    const known = this.consoles.get(person.id)
    if (known) return known
    const fresh = Console.of(this.running.url, person)
    this.consoles.set(person.id, fresh)
    return fresh
  }

  /**
   * Ends when everybody has heard what was done so far: something that everybody hears (a name in the directory) is done after it, and heard
   * after it because the stream keeps the order of the log.
   */
  async settle(ears: Iterable<Ear>): Promise<void> {
    const waiting = [...ears].map((ear) => ({ ear, before: ear.signs }))
    const administrator = await this.console(this.people.administrator)
    const { savePerson } = await administrator.act(SavePersonDocument, { ...this.sign, name: 'Tanda Selesai', email: 'tanda@tanggap.test' })
    this.sign = { id: savePerson.id, version: savePerson.version }
    await until('everybody has heard everything', () => waiting.every(({ ear, before }) => ear.signs > before))
  }

  async close(): Promise<void> {
    for (const one of this.consoles.values()) await (await one).close()
    await this.running.close()
    await this.database.drop()
  }
}
