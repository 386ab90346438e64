import type { DataSource } from 'typeorm'
import { localDate, type HeldPosition, type Viewer } from '@domain'
import { loadViewers } from '../platform/sessions/load-viewer.js'
import type { PeopleOfDemo } from './demo-organisation.js'

/** Finds who acts in a post on a day: the acting official where there is one. */
export class Cast {
  private readonly byDay = new Map<string, Viewer[]>()

  constructor(
    private readonly db: DataSource,
    private readonly people: PeopleOfDemo,
  ) {}

  async inPost(code: string, at: Date): Promise<Viewer> {
    return this.holding(this.postId(code), at)
  }

  async holding(positionId: string, at: Date): Promise<Viewer> {
    const holders = (await this.viewers(at)).flatMap((viewer) =>
      viewer.positions.filter((held) => held.id === positionId).map((held) => ({ viewer, held })),
    )
    const acting = holders.find(({ held }) => isActing(held)) ?? holders[0]
    if (!acting) throw new Error(`Nobody holds ${positionId} on ${localDate(at)}`)
    return acting.viewer
  }

  postId(code: string): string {
    const id = this.people.positionId.get(code)
    if (!id) throw new Error(`The demonstration has no post ${code}`)
    return id
  }

  unitId(code: string): string {
    const id = this.people.unitId.get(code)
    if (!id) throw new Error(`The demonstration has no unit ${code}`)
    return id
  }

  private async viewers(at: Date): Promise<Viewer[]> {
    const day = localDate(at)
    const known = this.byDay.get(day) ?? (await loadViewers(this.db, at))
    this.byDay.set(day, known)
    return known
  }
}

const isActing = (held: HeldPosition): boolean => held.kind === 'plh'
