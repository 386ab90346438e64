import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { CONFIG, type Config } from '../platform/config.module.js'
import { anchorsBeside } from '../platform/config.js'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { appendAnchor, readAnchors, systemCode, type Anchor } from './anchor-file.js'

const JOB = 'trail.anchor'
/** 00.05 WIB. */
const EVERY_NIGHT = '5 17 * * *'
const DAY_MS = 86_400_000
/** A node that has just started has other things to do first. */
const AFTER_START = '1 minute'

/**
 * Writes the head of the audit log to a file outside the database every night (rule 31): whoever can rewrite every row and compute the chain anew still
 * cannot make it end in what was written down. A log that no longer has the last anchor is not anchored again; the job is given up in sight of the
 * administrators until somebody has looked.
 */
@Injectable()
export class AnchorTrail implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'anchorFile' | 'filesDir'>,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically(JOB, EVERY_NIGHT, async () => void (await this.run()))
  }

  /** Makes up for a night in which no node ran, or whose anchor failed. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.isDue())) return
    await this.db.query(
      `SELECT graphile_worker.add_job('${JOB}', job_key => '${JOB}', max_attempts => 1, run_at => now() + interval '${AFTER_START}')`,
    )
  }

  /** Gives the anchor that was written; null when the head is anchored already or the log is empty. */
  async run(): Promise<Anchor | null> {
    const last = await this.last()
    if (last) await this.demandLogged(last)
    const head = await this.head()
    if (head === null || head.offset === last?.offset) return null
    const anchor = { ...head, at: await Moment.now(this.db) }
    const { anchorFile, filesDir } = this.config
    await appendAnchor(anchorFile, anchor, anchorFile === anchorsBeside(filesDir)).catch((error: unknown) => this.cannot('written', error))
    return anchor
  }

  private async isDue(): Promise<boolean> {
    const head = await this.head()
    if (head === null) return false
    // What cannot be read is due as well: the job then fails where the administrators see it.
    const last = await this.last().catch(() => null)
    return last === null || (last.offset !== head.offset && (await Moment.now(this.db)).getTime() - last.at.getTime() > DAY_MS)
  }

  private async last(): Promise<Anchor | null> {
    const lines = await readAnchors(this.config.anchorFile).catch((error: unknown) => this.cannot('read', error))
    return lines?.findLast(({ anchor }) => anchor !== null)?.anchor ?? null
  }

  private async head(): Promise<Pick<Anchor, 'offset' | 'hash'> | null> {
    const [head] = await this.db.query<Pick<Anchor, 'offset' | 'hash'>[]>(
      `SELECT "offset"::float8 AS "offset", encode(hash, 'hex') AS hash FROM log ORDER BY "offset" DESC LIMIT 1`,
    )
    return head ?? null
  }

  private async demandLogged({ offset, hash }: Anchor): Promise<void> {
    const found = await this.db.query<unknown[]>(`SELECT FROM log WHERE "offset" = $1 AND hash = decode($2, 'hex')`, [offset, hash])
    if (found.length > 0) return
    throw new Error(
      `The audit log is not the one that was anchored: number ${offset} is gone or another. Run npm run verify; after a restore lay ${this.config.anchorFile} aside.`,
    )
  }

  private cannot(done: 'read' | 'written', error: unknown): never {
    const code = systemCode(error)
    if (code === null) throw error
    throw new Error(
      `The anchor of the audit log cannot be ${done} in ${this.config.anchorFile} (${code}): set ANCHOR_FILE to a file in a folder that is there and that this account may write to.`,
    )
  }
}
