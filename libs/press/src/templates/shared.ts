/**
 * What the printed papers have in common, in Typst. `content` is the JSON the caller gave; strings from it are placed with `#value`,
 * which Typst never reads as markup. System fonts are off (`fallback: false`): the same input must give the same bytes on every machine.
 */
export const SHARED = String.raw`
#let content-json = json(bytes(sys.inputs.content))
#let present(value) = value != none and value != ""
#let muted = luma(90)

#let ground(doc, title: "", size: 11pt) = {
  set document(title: title, author: content-json.letterhead.organisation, date: auto)
  set text(font: "Arimo", size: size, lang: "id", region: "ID", hyphenate: false, overhang: false, fallback: false)
  doc
}

#let letterhead(head, emblem: 2.1cm, scale: 100%) = {
  let ratio = scale / 100%
  let words = {
    set par(justify: false, leading: 0.5em, spacing: 0.5em)
    set align(center)
    text(15pt * ratio, weight: "bold", upper(head.organisation))
    if present(head.english) { parbreak(); text(11pt * ratio, style: "italic", head.english) }
    v(1.5pt * ratio)
    text(9pt * ratio, head.address)
    parbreak()
    text(9pt * ratio, head.contact)
  }
  if head.emblemSvg == none { words } else {
    grid(columns: (emblem, 1fr), column-gutter: 0.4cm, align: center + horizon,
      image(bytes(head.emblemSvg), format: "svg", height: emblem, width: emblem, fit: "contain", alt: head.emblemAlt), words)
  }
  v(5pt * ratio, weak: true)
  line(length: 100%, stroke: 1.8pt * ratio)
  v(1.6pt * ratio, weak: true)
  line(length: 100%, stroke: 0.5pt)
}

#let marking-ink(marking) = if marking == "TERBATAS" { black } else { rgb("#c00000") }

#let marking-stamp(marking, size: 12pt) = if marking != none {
  text(size, weight: "bold", tracking: 1.2pt, fill: marking-ink(marking), marking)
}

#let foot(words) = {
  set text(7.5pt, fill: muted)
  set par(justify: false, leading: 0.45em)
  line(length: 100%, stroke: 0.4pt + luma(150))
  v(3pt, weak: true)
  align(center, words)
}

#let qr(svg, size, alt) = image(bytes(svg), format: "svg", width: size, alt: alt)

#let tick-box(ticked, size: 7.5pt) = box(width: size, height: size, stroke: 0.6pt, baseline: 12%, if ticked {
  place(curve(stroke: (paint: black, thickness: 1.2pt, cap: "round", join: "round"),
    curve.move((size * 0.2, size * 0.5)), curve.line((size * 0.42, size * 0.76)), curve.line((size * 0.82, size * 0.2))))
})
`
