import type { MergeKey } from '@domain'

/** A document of the editor, as far as places in it are looked for. */
interface Walked {
  descendants(visit: (node: WalkedNode, position: number) => boolean | undefined): void
}
interface WalkedNode {
  readonly type: { readonly name: string }
  readonly attrs: Readonly<Record<string, unknown>>
  readonly isTextblock: boolean
  readonly nodeSize: number
  readonly textContent: string
  readonly content: { readonly size: number }
  textBetween(from: number, to: number, blockSeparator?: string | null, leafText?: string | null): string
}

export interface Place {
  readonly from: number
  readonly to: number
}

/** Stands for a leaf (a field, a break) so that offsets in the text stay offsets in the document. */
const LEAF = '\uFFFC'

/** The unwritten "[… …]" spots of a template, in order. */
export function spotsIn(doc: Walked): Place[] {
  const places: Place[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const match of node.textBetween(0, node.content.size, null, LEAF).matchAll(/\[…[^\]]*\]/g)) {
      places.push({ from: position + 1 + match.index, to: position + 1 + match.index + match[0].length })
    }
    return false
  })
  return places
}

/** Where a merge field stands first. */
export function fieldIn(doc: Walked, key: MergeKey): Place | null {
  let found: Place | null = null
  doc.descendants((node, position) => {
    if (found) return false
    if (node.type.name === 'mergeField' && node.attrs.key === key) found = { from: position, to: position + 1 }
    return true
  })
  return found
}

/** Where the quoted points of a recommendation stand: their list, else the unwritten list that the template keeps for them; null when there is neither. */
export function pointsIn(doc: Walked): Place | null {
  let quoted: Place | null = null
  let unwritten: Place | null = null
  doc.descendants((node, position) => {
    if (node.type.name !== 'orderedList') return false
    const place = { from: position, to: position + node.nodeSize }
    if (node.attrs.points === true) quoted ??= place
    else if (/^\[…[^\]]*butir rekomendasi\]$/.test(node.textContent)) unwritten ??= place
    return false
  })
  return quoted ?? unwritten
}
