import type { Bilingual, Channel, LetterKind, SenderKind, Service } from './service.js'

/** The working groups that serve the public, as the published standards name them. */
export const SERVING_UNIT_CODES = ['POKJA_JPT_1', 'POKJA_JPT_2', 'POKJA_NKK'] as const
export type ServingUnitCode = (typeof SERVING_UNIT_CODES)[number]

/** What a standard may ask about a person. `contact` is a telephone number; `nip` also takes a Nomor Induk PPPK. */
export const IDENTITY_FIELDS = ['name', 'contact', 'email', 'address', 'nik', 'nip', 'position', 'unit', 'agency'] as const
export type IdentityField = (typeof IDENTITY_FIELDS)[number]

/** How the register names each identity field. */
export const IDENTITY_FIELD_LABEL: Record<IdentityField, Bilingual> = {
  name: { id: 'Nama lengkap', en: 'Full name' },
  contact: { id: 'Nomor telepon', en: 'Telephone number' },
  email: { id: 'Alamat e-mail', en: 'E-mail address' },
  address: { id: 'Alamat lengkap', en: 'Postal address' },
  nik: { id: 'NIK', en: 'Citizen number (NIK)' },
  nip: { id: 'NIP/Nomor Induk PPPK', en: 'Employee number (NIP/NI PPPK)' },
  position: { id: 'Jabatan', en: 'Position' },
  unit: { id: 'Unit kerja', en: 'Work unit' },
  agency: { id: 'Instansi', en: 'Agency' },
}

/** The identity a standard demands: every required field, and at least one field of each group. */
export interface IdentityDemands {
  readonly required: readonly IdentityField[]
  readonly atLeastOneOf: readonly (readonly IdentityField[])[]
  readonly optional: readonly IdentityField[]
  readonly clause: string
}

/** The identity demanded of those who are reported, and that they must be active civil servants. */
export interface ReportedDemands extends IdentityDemands {
  readonly minimum: number
  readonly mustBeActiveAsn: boolean
}

/** One line of the completeness checklist, valid for the channels and the sender kinds it names. */
export interface Requirement {
  readonly code: string
  readonly text: Bilingual
  readonly clause: string
  readonly channels: readonly Channel[]
  readonly appliesTo: readonly SenderKind[]
  readonly mandatory: boolean
}

/** A published way to hand in a request, with the address it goes to. */
export interface ServiceChannel {
  readonly channel: Channel
  readonly address: Bilingual
  readonly clause: string
}

/** One published procedure, step by step. */
export interface Procedure {
  readonly code: string
  readonly title: Bilingual
  readonly channels: readonly Channel[]
  readonly steps: readonly Bilingual[]
  readonly clause: string
}

/** One sentence about time that the public may hold the commission to. */
export interface PublishedPromise {
  readonly code: string
  readonly channels: readonly Channel[]
  readonly text: Bilingual
  readonly clause: string
}

/** A letter a service may send. A delivered product with `closesCase` ends the case. */
export interface Product {
  readonly letterKind: LetterKind
  readonly name: Bilingual
  readonly closesCase: boolean
  /** Kode klasifikasi arsip, the second part of the letter number. */
  readonly archiveCode: string
  readonly clause: string
}

export const COMPLAINT_CHANNEL_KINDS = ['letter', 'hotline', 'email', 'lapor', 'wbs', 'medlin', 'facebook', 'instagram', 'twitter'] as const
export type ComplaintChannelKind = (typeof COMPLAINT_CHANNEL_KINDS)[number]

/** Where complaints, suggestions and appreciation about the service itself are received. */
export interface ComplaintChannel {
  readonly kind: ComplaintChannelKind
  readonly label: Bilingual
  readonly address: string
}

/** One published service standard, in the order of the printed page. */
export interface Standard {
  readonly service: Service
  readonly name: Bilingual
  readonly legalBasis: Bilingual
  readonly unitCodes: readonly ServingUnitCode[]
  /** For whom the service is meant; a request of anyone else is registered and answered all the same. */
  readonly senderKinds: readonly SenderKind[]
  readonly channels: readonly ServiceChannel[]
  readonly requirements: readonly Requirement[]
  readonly identity: Readonly<Record<SenderKind, IdentityDemands>>
  readonly reportedPersons: ReportedDemands | null
  readonly procedures: readonly Procedure[]
  /** The headline of "Waktu Penyelesaian", as printed. */
  readonly completionTime: Bilingual
  readonly promises: readonly PublishedPromise[]
  /** Printed only where the standard prints it; empty otherwise. */
  readonly serviceHours: readonly Bilingual[]
  readonly cost: Bilingual
  /** "Produk Pelayanan", as printed. */
  readonly output: Bilingual
  readonly products: readonly Product[]
  readonly complaintChannels: readonly ComplaintChannel[]
}
