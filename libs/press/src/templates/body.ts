/** A ProseMirror document set in Typst: `set-body(doc, fields)`. The nodes are those of `body-schema.ts`. */
export const BODY = String.raw`
#let attr(node, key, default: none) = {
  let found = node.at("attrs", default: none)
  let value = if found == none { none } else { found.at(key, default: none) }
  if value == none { default } else { value }
}
#let children(node) = node.at("content", default: ())

#let field-value(node, fields) = {
  let key = attr(node, "key")
  let value = fields.at(key, default: none)
  if value != none { [#value] } else { highlight(fill: luma(225), extent: 1pt, "[" + key + "]") }
}

#let inline(node, fields) = {
  if node.type == "hardBreak" { return linebreak() }
  let set-text = if node.type == "mergeField" { field-value(node, fields) } else { [#node.text] }
  for mark in node.at("marks", default: ()) {
    if mark.type == "bold" { set-text = strong(set-text) }
    if mark.type == "italic" { set-text = emph(set-text) }
    if mark.type == "underline" { set-text = underline(offset: 1.5pt, stroke: 0.5pt, set-text) }
  }
  set-text
}

#let run(node, fields) = {
  let parts = children(node).map(child => inline(child, fields))
  if parts.len() == 0 { [] } else { parts.join() }
}

#let plain(node, fields) = {
  if node.type == "text" { return node.text }
  if node.type == "mergeField" { return fields.at(attr(node, "key"), default: attr(node, "key")) }
  children(node).map(child => plain(child, fields)).join(" ", default: "")
}

#let aligned(node, set-text) = {
  let side = attr(node, "textAlign")
  if side == none { par(set-text) } else if side == "justify" { par(justify: true, set-text) }
  else { align(if side == "center" { center } else if side == "right" { right } else { left }, par(justify: false, set-text)) }
}

#let indented(node, set-text) = {
  let level = attr(node, "indent", default: 0)
  if level == 0 { set-text } else { pad(left: level * 1cm, set-text) }
}

#let is-blank(node) = node.type == "paragraph" and children(node).len() == 0

// A blank paragraph is the writer's empty line.
#let paragraph(node, fields) = if is-blank(node) { block(height: 0.7em) } else { indented(node, aligned(node, run(node, fields))) }

// The official ladder of numbering: 1. a. 1) a)
#let numbering-at(node, depth) = {
  let kind = attr(node, "type")
  let tail = if depth < 2 { "." } else { ")" }
  if kind != none { kind + tail } else { ("1.", "a.", "1)", "a)").at(calc.min(depth, 3)) }
}

#let set-list(node, fields, depth, block-of) = {
  // The full width, because Typst justifies a nested item only as far as its longest natural line.
  let items = children(node).map(entry => block(width: 100%, children(entry).map(part => block-of(part, fields, depth + 1)).join(parbreak())))
  if node.type == "bulletList" {
    list(tight: false, spacing: 0.85em, body-indent: 0.45em, marker: if calc.even(depth) { [•] } else { [–] }, ..items)
  } else {
    enum(tight: false, spacing: 0.85em, body-indent: 0.5em, number-align: start + top,
      numbering: numbering-at(node, depth), start: attr(node, "start", default: 1), ..items)
  }
}

// Widths: those the writer dragged; else short columns (No.) by content and the others by their words.
#let column-widths(rows, fields) = {
  let first = children(rows.first())
  let count = first.map(cell => attr(cell, "colspan", default: 1)).sum()
  let dragged = first.map(cell => attr(cell, "colwidth", default: ())).flatten()
  if dragged.len() == count and dragged.all(width => width > 0) { return dragged.map(width => width * 1fr) }
  let spanned = rows.any(row => children(row).any(cell => attr(cell, "colspan", default: 1) > 1 or attr(cell, "rowspan", default: 1) > 1))
  if spanned { return (1fr,) * count }
  range(count).map(column => {
    let texts = rows.map(row => plain(children(row).at(column), fields))
    let longest = calc.max(..texts.map(words => words.len()))
    let word = calc.max(..texts.map(words => calc.max(0, ..words.split(" ").map(word => word.len()))))
    if longest <= 6 { auto } else { (3 + calc.max(word, calc.min(longest, 42))) * 1fr }
  })
}

#let set-table(node, fields, block-of) = {
  let rows = children(node)
  let is-head(row) = children(row).all(cell => cell.type == "tableHeader")
  let lead = rows.position(row => not is-head(row))
  let heads = if lead == none { 0 } else { lead }
  let cell(entry) = {
    let head = entry.type == "tableHeader"
    let parts = children(entry).map(part => block-of(part, fields, 0))
    table.cell(
      colspan: attr(entry, "colspan", default: 1), rowspan: attr(entry, "rowspan", default: 1), breakable: false,
      fill: if head { luma(236) }, align: if head { center + horizon } else { left + top },
      { if head { set text(weight: "bold"); parts.join(parbreak()) } else { parts.join(parbreak()) } })
  }
  let cells(some) = some.map(row => children(row).map(cell)).flatten()
  set text(0.92em)
  set par(justify: false, leading: 0.5em, spacing: 0.6em)
  table(columns: column-widths(rows, fields), inset: (x: 5pt, y: 4.5pt), stroke: 0.5pt,
    ..if heads > 0 { (table.header(..cells(rows.slice(0, heads))),) } else { () },
    ..cells(rows.slice(heads)))
}

#let set-heading(node, fields) = {
  let side = attr(node, "textAlign", default: "left")
  align(if side == "center" { center } else if side == "right" { right } else { left },
    heading(level: attr(node, "level"), run(node, fields)))
}

#let set-block(node, fields, depth) = {
  if node.type == "paragraph" { paragraph(node, fields) }
  else if node.type == "heading" { indented(node, set-heading(node, fields)) }
  else if node.type == "table" { set-table(node, fields, set-block) }
  else { set-list(node, fields, depth, set-block) }
}

// The last paragraphs go along with the signature, which never stands alone on a page; a long one may still break.
#let goes-along(nodes, index, fields) = {
  let node = nodes.at(index)
  let short = plain(node, fields).len() < 500
  node.type == "paragraph" and short and (index == nodes.len() - 1 or (index == nodes.len() - 2 and nodes.last().type == "paragraph"))
}

#let set-body(doc, fields) = {
  let nodes = children(doc)
  while nodes.len() > 0 and is-blank(nodes.last()) { let _ = nodes.pop() }
  for (index, node) in nodes.enumerate() {
    let set-node = set-block(node, fields, 0)
    if goes-along(nodes, index, fields) { block(sticky: true, breakable: false, width: 100%, set-node) } else { set-node }
    parbreak()
  }
}
`
