import { strToU8, unzipSync, zipSync } from 'fflate'
import type { ApplicantEntry } from '../../server/src/selections/register-applicants.js'

let people = 0
/** A NIP that is nobody's, different each time. */
export const aNip = (): string => `198601012010011${String((people += 1) % 1000).padStart(3, '0')}`

/** Somebody who applies with everything that is asked. */
export const anApplicant = (postId: string, given: Partial<ApplicantEntry> = {}): ApplicantEntry => {
  const nip = aNip()
  return {
    postId,
    name: `Pelamar ${people}`,
    nip,
    agencyName: 'Pemerintah Kabupaten Contoh',
    jobTitle: 'Kepala Bidang',
    invited: false,
    recommendationNumber: `800/${people}/BKPSDM`,
    recommendationOn: '2026-01-05',
    qualified: true,
    qualificationNote: null,
    ...given,
  }
}

/** A panel as it should be. */
export const A_PANEL = [
  { name: 'Ketua Pansel', role: 'chair' as const, origin: 'internal' as const, institution: 'Sekretariat Daerah' },
  { name: 'Sekretaris Pansel', role: 'secretary' as const, origin: 'internal' as const, institution: 'BKPSDM' },
  ...['Akademisi', 'Praktisi', 'Tokoh'].map((name) => ({
    name,
    role: 'member' as const,
    origin: 'external' as const,
    institution: 'Universitas Contoh',
  })),
]

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const OPC = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const cellXml = (value: string | number, at: string): string =>
  typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`

/** A spreadsheet whose first sheet holds this XML, with more sheets beside it when given; `hidden` names those that are not seen. */
export function anXlsxOf(sheets: readonly { readonly rows: string; readonly hidden?: boolean }[]): Uint8Array {
  const parts = unzipSync(anXlsx([]))
  const named = sheets.map(
    ({ hidden }, at) => `<sheet name="L${at}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  parts['xl/workbook.xml'] = strToU8(
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${named.join('')}</sheets></workbook>`,
  )
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  parts['xl/_rels/workbook.xml.rels'] = strToU8(`${XML}<Relationships xmlns="${OPC}/relationships">${related.join('')}</Relationships>`)
  for (const [at, { rows }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`)
  }
  return zipSync(parts)
}

/** The smallest spreadsheet with these cells. */
export function anXlsx(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const data = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellXml(value, `${String.fromCharCode(65 + c)}${r + 1}`)).join('')}</row>`)
    .join('')
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${OPC}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="Hasil" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${OPC}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
