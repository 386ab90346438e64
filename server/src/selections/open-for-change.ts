import {
  actingPost,
  demandSelection,
  selectionFacts,
  type EventKind,
  type HeldPosition,
  type SelectionAction,
  type SelectionFacts,
} from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import type { JsonObject } from '../platform/json.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import { Selection } from './selection.entity.js'

/** Which selection, at the version that was looked at. */
export interface Target {
  readonly id: string
  readonly version: number
}

/** A locked selection, with its facts before anything was changed and the post in which somebody changes it. */
export interface OpenSelectionRow {
  readonly selection: Selection
  readonly before: SelectionFacts
  readonly post: HeldPosition | null
}

/** Locks the selection and asks whether the viewer may take the action now. A case, where one is concerned, is locked before. */
export async function openForChange(tx: Tx, target: Target, action: SelectionAction): Promise<OpenSelectionRow> {
  const selection = await findForUpdate(tx, Selection, target.id, target.version)
  const before = selectionFacts(selection)
  demandSelection(before, action, tx.me)
  return { selection, before, post: actingPost(tx.me, action, before, ...before.handlerPositionIds) }
}

/** Saves the row, whatever changed about the selection, and says so: one version, one event. */
export async function keepChange(
  tx: Tx,
  { selection, before, post }: OpenSelectionRow,
  kind: EventKind,
  { detail, note, notify }: { readonly detail?: JsonObject; readonly note?: string | null; readonly notify?: readonly NoticeFor[] } = {},
): Promise<{ id: string }> {
  await saveVersioned(tx, selection)
  const after = await tx.manager.findOneByOrFail(Selection, { id: selection.id })
  await tx.announce({
    kind,
    subject: { __typename: 'Selection', id: selection.id },
    version: after.version,
    before,
    after: selectionFacts(after),
    position: post,
    note: note ?? null,
    detail: { stage: before.stage, ...detail },
    ...(notify ? { notify } : {}),
  })
  return { id: selection.id }
}
