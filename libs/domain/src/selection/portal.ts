import type { Channel } from '../standard/service.js'

/** Where agencies enter their requests (Standar Pelayanan JPT, Persyaratan 3). */
export const PORTAL_ADDRESS = 'http://sijapti.kasn.go.id'

const PORTAL = 'Sistem Informasi Jabatan Pimpinan Tinggi (SIJAPTI)'

/**
 * What a letter about senior posts says of the portal: that the request is there, or that it was taken all the same and must be entered (Persyaratan 3:
 * "wajib mengajukan permohonan melalui portal").
 */
export const portalSentence = (channel: Channel, enteredSince: boolean): string =>
  channel === 'sijapti' || enteredSince
    ? `Permohonan dimaksud telah tercatat dalam ${PORTAL}.`
    : `Permohonan dimaksud kami terima di luar ${PORTAL} dan tetap kami proses. Saudara diminta mengunggah permohonan yang sama melalui portal tersebut pada alamat ${PORTAL_ADDRESS}.`
