import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { addWorkingMinutes, indonesianCalendar, localYear, type ReleasePurpose } from '@domain'
import { DecideRelease, ReadIdentity, RequestRelease } from '../identities/index.js'
import { IdentityRelease } from '../identities/identity-release.entity.js'
import type { Cast } from './cast.js'
import { DEMO_PASSWORD } from './demo-organisation.js'
import { Life } from './life.js'
import type { Act } from './plot.js'
import { Dice } from './random.js'
import { demoMatter, MATTER_COUNT } from './texts.js'
import { instantBefore } from './timetable.js'

type Step = 'ask' | 'grant' | 'refuse' | 'look' | 'revoke'
type Move = Act | Step

const TO_DESK: readonly Move[] = ['register', 'hand_over', 'dispose', 'assign', 'decide']

interface Plot {
  readonly moves: readonly Move[]
  /** Working minutes since the last move. */
  readonly age: number
  readonly purpose: ReleasePurpose
  readonly reason: string
}

/** Complaints whose reporter is sealed: a release that was used, one that ended early, one refused, and one that is asked for now. */
const PLOTS: readonly Plot[] = [
  {
    moves: [...TO_DESK, 'ask', 'grant', 'look', 'look'],
    age: 3_000,
    purpose: 'clarification',
    reason: 'Pelapor perlu ditemui untuk klarifikasi mengenai waktu dan tempat kejadian.',
  },
  {
    moves: [...TO_DESK, 'ask', 'grant', 'look', 'revoke'],
    age: 900,
    purpose: 'examination',
    reason: 'Keterangan pelapor dibutuhkan dalam pemeriksaan terlapor.',
  },
  {
    moves: [...TO_DESK, 'ask', 'refuse'],
    age: 400,
    purpose: 'delivery',
    reason: 'Surat konfirmasi hendak dikirim langsung ke alamat pelapor.',
  },
  {
    moves: [...TO_DESK, 'ask'],
    age: 25,
    purpose: 'protection',
    reason: 'Pelapor menyampaikan adanya tekanan; perlu dihubungi untuk langkah perlindungan.',
  },
  { moves: TO_DESK, age: 60, purpose: 'clarification', reason: '' },
]
const PACE = 18
const attempt = (): { key: string; input: object } => ({ key: randomUUID(), input: {} })

/** One sealed complaint, with what is asked about its reporter. */
class SealedLife {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly life: Life,
    private readonly plot: Plot,
  ) {}

  async act(move: Move, at: Date): Promise<void> {
    const custodian = () => this.cast.inPost('KUSTODIAN_1', at)
    const decide = this.app.get(DecideRelease)
    switch (move) {
      case 'ask': {
        const { purpose, reason } = this.plot
        await this.app.get(RequestRelease).run(await this.life.assistant(at), this.life.caseId, { purpose, reason, hours: 4 }, attempt())
        return
      }
      case 'grant':
        await decide.grant(await custodian(), await this.release(), 4, null, attempt())
        return
      case 'refuse':
        await decide.refuse(
          await custodian(),
          await this.release(),
          'Surat dapat dikirim melalui surel tanpa membuka identitas.',
          attempt(),
        )
        return
      case 'look':
        await this.app.get(ReadIdentity).run(await this.life.assistant(at), (await this.release()).id, DEMO_PASSWORD)
        return
      case 'revoke':
        await decide.revoke(await this.cast.inPost('KUSTODIAN_2', at), await this.release(), 'Keterangan sudah diperoleh.', attempt())
        return
      default:
        await this.life.act(move, at)
    }
  }

  private release(): Promise<IdentityRelease> {
    return this.app.get(DataSource).manager.findOneByOrFail(IdentityRelease, { caseId: this.life.caseId })
  }
}

/** Complaints whose reporter nobody may know, and the requests to know them all the same. */
export function planSealed(app: NestExpressApplication, cast: Cast, now: Date) {
  const calendar = indonesianCalendar()
  return PLOTS.flatMap((plot, index) => {
    const matters = Array.from({ length: MATTER_COUNT }, (_, nth) => demoMatter(nth + (50 + index) * MATTER_COUNT, localYear(now)))
    const fitting = matters.filter(
      ({ service, senderKind, refusal }) => service === 'NETRALITAS' && senderKind === 'individual' && refusal === null,
    )
    const matter = fitting[index % Math.max(1, fitting.length)]
    if (!matter) return []
    const sealed = { ...matter, protection: 'sealed' as const, secrecy: 'terbatas' as const }
    const life = new SealedLife(app, cast, new Life(app, cast, new Dice(13_000 + index), sealed, 'decided', []), plot)
    const start = instantBefore(now, plot.moves.length * PACE + plot.age)
    const acts = plot.moves.map((act, nth) => ({ act, at: addWorkingMinutes(calendar, 'office', start, (nth + 1) * PACE) }))
    return [{ life: { act: (act: string, at: Date) => life.act(act as Move, at) }, acts }]
  })
}
