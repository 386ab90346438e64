import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { actingPost, Refusal, ruleRefusal, type AreaFacts, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { LobbyDisplay } from './lobby-display.entity.js'
import { takeWaiting } from './pairings.js'

const NAME_AT_MOST = 80

const LOBBY: AreaFacts = { __typename: 'Area', name: 'lobby', unitId: null }

/** The front office makes a screen the lobby's, and takes it away again. */
@Injectable()
export class PairDisplay {
  constructor(private readonly work: Work) {}

  /** Pairs the screen that shows this code. `display.unknown_code` when none does any more. */
  pair(me: Viewer, { code, name }: { readonly code: string; readonly name: string }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'pairLobbyDisplay', attempt, async (tx) => {
      demandLobby(me)
      const called = name.trim()
      if (called.length === 0 || called.length > NAME_AT_MOST) throw new Refusal('request.invalid', { fields: ['name'] })
      const hash = await takeWaiting(tx, code)
      if (!hash) throw new Refusal('display.unknown_code', { fields: ['code'] })
      const display = tx.manager.create(LobbyDisplay, {
        id: randomUUID(),
        version: 1,
        name: called,
        tokenHash: hash,
        pairedAt: tx.now,
        pairedBy: me.id,
        pairedByName: me.name,
        lastSeenAt: null,
        revokedAt: null,
        revokedByName: null,
      })
      await tx.manager.insert(LobbyDisplay, display)
      await announce(tx, 'display.paired', display)
      return { id: display.id }
    })
  }

  /** The screen shows nothing from here on: its stream ends with the event, and its token opens nothing. */
  revoke(me: Viewer, { id, version }: { readonly id: string; readonly version: number }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'revokeLobbyDisplay', attempt, async (tx) => {
      demandLobby(me)
      const display = await findForUpdate(tx, LobbyDisplay, id, version)
      if (display.revokedAt) throw new Refusal('display.revoked')
      display.revokedAt = tx.now
      display.revokedByName = me.name
      await saveVersioned(tx, display)
      await announce(tx, 'display.revoked', display)
      return { id }
    })
  }
}

function demandLobby(me: Viewer): void {
  const refusal = ruleRefusal(me, 'read', LOBBY)
  if (refusal) throw new Refusal(refusal)
}

const announce = (tx: Tx, kind: 'display.paired' | 'display.revoked', display: LobbyDisplay): Promise<void> => {
  const facts = (state: 'paired' | 'revoked') => ({ __typename: 'LobbyDisplay', id: display.id, version: display.version, state })
  return tx.announce({
    kind,
    subject: { __typename: 'LobbyDisplay', id: display.id },
    version: display.version,
    before: kind === 'display.paired' ? null : facts('paired'),
    after: facts(kind === 'display.paired' ? 'paired' : 'revoked'),
    position: actingPost(tx.me, 'read', LOBBY),
  })
}
