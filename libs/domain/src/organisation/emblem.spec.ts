import { describe, expect, test } from '@jest/globals'
import { EMBLEM_LIMIT, readEmblem } from './emblem.js'

const drawn = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"${attributes}>${inner}</svg>`
const SHAPE = '<circle cx="48" cy="48" r="45" fill="none" stroke="#123f6b"/>'

describe('an emblem that is only a drawing', () => {
  test.each([
    ['shapes', SHAPE],
    ['groups', `<g fill="#fff" transform="translate(1 2)">${SHAPE}<path d="M22 44 48 25l26 19v26H22z"/></g>`],
    [
      'a gradient used by the drawing itself',
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect width="9" height="9" fill="url(#a)"/>',
    ],
    ['a title', '<title>Lambang &amp; nama</title>'],
  ])('%s: stays as it is, and is read again the same', (_, inner) => {
    expect(readEmblem(drawn(inner))).toEqual({ svg: drawn(inner) })
  })

  test('loses what a drawing program leaves behind', () => {
    const program = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- made by a program -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org" viewBox="0 0 96 96" inkscape:version="1" class="x">
        <metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata><sodipodi:namedview pagecolor="#fff"/>${SHAPE}</svg>`
    expect(readEmblem(program)).toEqual({ svg: drawn(SHAPE) })
  })
})

describe('an emblem is refused', () => {
  test.each([
    ['a script', drawn('<script>alert(1)</script>'), 'forbidden', 'script'],
    ['a script under the prefix of SVG', drawn('<svg:script>alert(1)</svg:script>'), 'forbidden', 'svg:script'],
    ['a script in capitals', drawn('<SCRIPT>alert(1)</SCRIPT>'), 'forbidden', 'SCRIPT'],
    ['an event handler', drawn(SHAPE, ' onload="alert(1)"'), 'forbidden', 'onload'],
    ['an event handler on a shape', drawn('<circle r="4" onclick="x()"/>'), 'forbidden', 'onclick'],
    ['a picture from elsewhere', drawn('<image href="https://example.org/a.png"/>'), 'forbidden', 'image'],
    ['a reference to elsewhere', drawn('<use href="https://example.org/a.svg#b"/>'), 'forbidden', 'use'],
    ['a link', drawn('<a href="javascript:x()"><circle r="4"/></a>'), 'forbidden', 'a'],
    ['an address under a prefix', drawn('<g xlink:href="https://example.org"/>'), 'forbidden', 'xlink:href'],
    ['a paint from elsewhere', drawn('<rect fill="url(https://example.org/a)"/>'), 'forbidden', 'fill="url(https://example.org/a)"'],
    ['an escaped address', drawn('<rect fill="&#117;rl(x)"/>'), 'forbidden', 'fill="&#117;rl(x)"'],
    ['a style sheet', drawn('<style>@import "https://example.org"</style>'), 'forbidden', 'style'],
    ['foreign markup', drawn('<foreignObject><b>x</b></foreignObject>'), 'forbidden', 'foreignObject'],
    ['an animation', drawn('<animate attributeName="href"/>'), 'forbidden', 'animate'],
  ] as const)('for %s', (_, svg, fault, found) => {
    expect(readEmblem(svg)).toEqual({ fault, found })
  })

  test.each([
    ['nothing', ''],
    ['a text', 'Lambang'],
    ['a page', '<html><body/></html>'],
    ['an unclosed element', '<svg viewBox="0 0 9 9"><g></svg>'],
    ['an unclosed drawing', '<svg viewBox="0 0 9 9"><g/>'],
    ['something after the drawing', `${drawn(SHAPE)}<script>x</script>`],
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a "x">]>${drawn(SHAPE)}`],
    ['a processing instruction', `<?xml-stylesheet href="https://example.org"?>${drawn(SHAPE)}`],
    ['a section of raw text', drawn('<![CDATA[x]]>')],
    ['words between shapes', drawn('halo')],
    ['an attribute given twice', drawn('<rect fill="red" fill="blue"/>')],
    ['an attribute without quotes', drawn('<rect fill=red />')],
    ['no measure', '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'],
    ['no width', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 96"><g/></svg>'],
    ['no height', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 0"><g/></svg>'],
  ])('when it is no drawing: %s', (_, svg) => {
    expect(readEmblem(svg)).toMatchObject({ fault: 'not_svg' })
  })

  test('when it is too large', () => {
    expect(readEmblem(drawn(`<path d="${'M0 0'.repeat(EMBLEM_LIMIT / 4)}"/>`))).toMatchObject({ fault: 'too_large' })
  })
})
