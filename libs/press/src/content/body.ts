/** A mark on text in the body of a letter. */
export interface BodyMark {
  readonly type: 'bold' | 'italic' | 'underline'
}

/** A node of the body; `checkBody` says which nodes may stand where and which attributes they carry. */
export interface BodyNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly BodyNode[]
  readonly marks?: readonly BodyMark[]
  readonly text?: string
}

/** The body of a letter: the JSON of a ProseMirror document. */
export interface BodyDoc extends BodyNode {
  readonly type: 'doc'
}
