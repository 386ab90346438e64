import { requirementsFor, type Service } from '@domain'
import type { RegisterCaseInput } from '../../server/src/cases/registration-input.js'
import { aPost, aUnit, someone, type Post, type Somebody } from './people.js'
import type { DataSource } from 'typeorm'

export type Worker = Somebody & { readonly post: Post }

/** A whole small office: enough people for a letter to go up and down, and for the wrong person to try. */
export interface Organisation {
  readonly unitId: string
  readonly registryUnitId: string
  readonly chair: Worker
  readonly commissioner: Worker
  readonly head: Worker
  readonly head2: Worker
  readonly assistant: Worker
  readonly assistant2: Worker
  readonly outsider: Worker
  readonly clerk: Worker
  readonly clerk2: Worker
  readonly administrator: Worker
  readonly auditor: Worker
  /** A post of an Asisten in the unit that nobody holds. */
  readonly emptyPostId: string
}

export async function anOrganisation(db: Pick<DataSource, 'query'>): Promise<Organisation> {
  const leadership = await aUnit(db, { kind: 'leadership', name: 'Pimpinan' })
  const registryUnitId = await aUnit(db, { kind: 'secretariat', name: 'Sekretariat' })
  const unitId = await aUnit(db, { name: 'Pokja Pengisian JPT Wilayah I' })
  const otherUnit = await aUnit(db, { name: 'Pokja NKK' })
  const chair = await someone(db, 'PIMPINAN', { unitId: leadership, title: 'Ketua', name: 'Hendra Ketua' })
  const under = { superiorId: chair.post.id }
  const commissioner = await someone(db, 'PIMPINAN', { unitId: leadership, title: 'Komisioner', ...under })
  const head = await someone(db, 'POKJA', { unitId, title: 'Kepala Pokja I', ...under })
  const head2 = await someone(db, 'POKJA', { unitId: otherUnit, title: 'Kepala Pokja NKK', ...under })
  const assistant = await someone(db, 'ASISTEN', { unitId, title: 'Asisten 1', superiorId: head.post.id })
  const assistant2 = await someone(db, 'ASISTEN', { unitId, title: 'Asisten 2', superiorId: head.post.id })
  const outsider = await someone(db, 'ASISTEN', { unitId: otherUnit, title: 'Asisten NKK', superiorId: head2.post.id })
  const clerk = await someone(db, 'SEKRETARIAT', { unitId: registryUnitId, title: 'Persuratan 1' })
  const clerk2 = await someone(db, 'SEKRETARIAT', { unitId: registryUnitId, title: 'Persuratan 2' })
  const administrator = await someone(db, 'ADMIN', { title: 'Administrator' })
  const auditor = await someone(db, 'AUDITOR', { title: 'Auditor' })
  const empty = await aPost(db, { role: 'ASISTEN', unitId, title: 'Asisten kosong' })
  return {
    ...{ unitId, registryUnitId, chair, commissioner, head, head2, assistant, assistant2, outsider, clerk, clerk2, administrator, auditor },
    emptyPostId: empty.id,
  }
}

let count = 0

/** A complete request by letter, different each time. */
export function aRegistration(service: Service, given: Partial<RegisterCaseInput> = {}): RegisterCaseInput {
  const n = (count += 1)
  const requester = {
    role: 'requester' as const,
    kind: 'asn' as const,
    name: `Dewi Lestari ${n}`,
    jobTitle: 'Kepala Bidang Mutasi',
    workUnit: 'BKPSDM',
    agencyName: 'Pemerintah Kabupaten Contoh',
    nik: '9901014501900001',
    nip: '199001052015052001',
    phone: '0800-0555-0001',
    email: `pemohon${n}@contoh.test`,
    address: 'Jl. Contoh 1, Kota Contoh',
  }
  const reported = { ...requester, role: 'reported' as const, name: `Terlapor ${n}`, nip: '198609262015051001', nik: null, activeAsn: true }
  return {
    service,
    channel: 'post',
    classification: null,
    urgency: 'segera',
    secrecy: 'biasa',
    subject: `Permohonan konsultasi mutasi jabatan ${n}`,
    summary: 'Pemohon menanyakan mutasi tanpa uji kompetensi.',
    letterNumber: `800/${n}/BKPSDM/2026`,
    letterDate: null,
    receivedAt: null,
    agencyCode: null,
    agencyName: 'Pemerintah Kabupaten Contoh',
    parties: service === 'NETRALITAS' ? [requester, reported] : [requester],
    requirements: requirementsFor(service, 'post', 'asn').map((line) => ({ code: line.code, state: 'met' as const })),
    fileIds: [],
    relatedCaseIds: [],
    ...given,
  }
}
