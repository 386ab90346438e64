import { Extension, mergeAttributes, Node, type Extensions } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import TextAlign from '@tiptap/extension-text-align'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import StarterKit from '@tiptap/starter-kit'
import { isMergeKey, MERGE_FIELDS, TEXT_ALIGNMENTS, type MergeValues } from '@domain'
import { say } from '../app/words.js'
import { spotsIn } from './editorPlaces.js'

/** The server prints lists four deep and no deeper. */
const DEEPEST_LIST = 4
const IN_LISTS = '(paragraph|bulletList|orderedList)'

/** A list entry holds paragraphs and lists only, as the printed letter does. Tab goes one level in, Shift-Tab one out. */
const ListItem = Node.create({
  name: 'listItem',
  content: `paragraph ${IN_LISTS}*`,
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () =>
        this.editor.isActive(this.name) &&
        (tooDeep(this.editor.state.selection.$from) || this.editor.commands.sinkListItem(this.name) || true),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

interface Position {
  readonly depth: number
  node(depth: number): { readonly type: { readonly name: string } }
}

/** Whether a list entry here cannot go further in. */
export function tooDeep(at: Position): boolean {
  const lists = Array.from({ length: at.depth + 1 }, (_, depth) => at.node(depth).type.name).filter((name) => name === 'listItem')
  return lists.length >= DEEPEST_LIST
}

const CELL = {
  content: `${IN_LISTS}+`,
  addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }),
}

declare module '@tiptap/core' {
  interface Storage {
    mergeField: { redraw: Set<() => void> }
  }
}

interface MergeFieldOptions {
  readonly values: () => MergeValues
}

/** A fact of the case inside a sentence: shown as its value, or as its name while there is none. */
const MergeField = Node.create<MergeFieldOptions, { redraw: Set<() => void> }>({
  name: 'mergeField',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ values: () => ({}) }),
  addStorage: () => ({ redraw: new Set<() => void>() }),
  addAttributes: () => ({
    key: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-merge'),
      renderHTML: ({ key }: Record<string, unknown>) => ({ 'data-merge': key }),
    },
  }),
  parseHTML: () => [
    { tag: 'span[data-merge]', getAttrs: (element: HTMLElement) => (isMergeKey(element.getAttribute('data-merge')) ? {} : false) },
  ],
  renderHTML: ({ HTMLAttributes, node }) => ['span', HTMLAttributes, `[${String(node.attrs.key)}]`],
  renderText({ node }) {
    const { key } = node.attrs as { key: unknown }
    return isMergeKey(key) ? (this.options.values()[key] ?? `[${MERGE_FIELDS[key].label.id}]`) : ''
  },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span')
      const { key } = node.attrs as { key: unknown }
      const draw = () => {
        if (!isMergeKey(key)) return
        const value = this.options.values()[key]
        const label = say(MERGE_FIELDS[key].label)
        dom.textContent = value || label
        dom.title = label
        dom.className = value ? 'merge-field' : 'merge-field merge-field-open'
      }
      dom.dataset.merge = String(key)
      draw()
      this.storage.redraw.add(draw)
      return { dom, destroy: () => this.storage.redraw.delete(draw) }
    }
  },
})

/** Keeps the mark of the list that quotes the recommendation points of a complaint. */
const QuotedPoints = Extension.create({
  name: 'quotedPoints',
  addGlobalAttributes: () => [
    {
      types: ['orderedList'],
      attributes: {
        points: {
          default: null,
          parseHTML: (element: HTMLElement) => (element.hasAttribute('data-points') ? true : null),
          renderHTML: ({ points }: Record<string, unknown>) => (points === true ? { 'data-points': '' } : {}),
        },
      },
    },
  ],
})

/** Marks the "[… …]" spots of a template that are still to be written. */
const Spots = Extension.create({
  name: 'spots',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          DecorationSet.create(
            doc,
            spotsIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: 'letter-spot' })),
          ),
      },
    }),
  ],
})

/** The grammar of the editor: what a letter may hold, no more. The server believes only its own copy of it. */
export const letterExtensions = (values: () => MergeValues): Extensions => [
  StarterKit.configure({
    link: false,
    strike: false,
    code: false,
    codeBlock: false,
    blockquote: false,
    horizontalRule: false,
    listItem: false,
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
  }),
  ListItem,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(CELL),
  TableCell.extend(CELL),
  TextAlign.configure({ types: ['heading', 'paragraph'], alignments: [...TEXT_ALIGNMENTS] }),
  MergeField.configure({ values }),
  QuotedPoints,
  Spots,
]
