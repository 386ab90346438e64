import type { DemoAgency } from './matter.js'

const regency = (number: number, place: string, province: string, underdeveloped = false): DemoAgency => ({
  code: `DEMO-KAB-${String(number).padStart(2, '0')}`,
  name: `Pemerintah Kabupaten ${place}`,
  region: `Kabupaten ${place}`,
  kind: 'regency',
  province,
  underdeveloped,
})

const city = (number: number, place: string, province: string): DemoAgency => ({
  code: `DEMO-KOTA-${String(number).padStart(2, '0')}`,
  name: `Pemerintah Kota ${place}`,
  region: `Kota ${place}`,
  kind: 'city',
  province,
  underdeveloped: false,
})

const province = (number: number, name: string): DemoAgency => ({
  code: `DEMO-PROV-${String(number).padStart(2, '0')}`,
  name: `Pemerintah Provinsi ${name}`,
  region: `Provinsi ${name}`,
  kind: 'province',
  province: name,
  underdeveloped: false,
})

const central = (number: number, kind: 'ministry' | 'institution', name: string): DemoAgency => ({
  code: `DEMO-PUSAT-${String(number).padStart(2, '0')}`,
  name,
  region: name,
  kind,
  province: null,
  underdeveloped: false,
})

/** Agencies that do not exist, so that no allegation of the demonstration touches a real one. */
export const DEMO_AGENCIES: readonly DemoAgency[] = [
  regency(1, 'Telaga Wangi', 'Nusa Kencana'),
  regency(2, 'Bukit Sentosa', 'Nusa Kencana'),
  regency(3, 'Rawa Cempaka', 'Nusa Kencana'),
  regency(4, 'Tanjung Melati', 'Bahari Raya'),
  regency(5, 'Muara Kelapa', 'Bahari Raya'),
  regency(6, 'Lembah Sawangan', 'Giri Mandala'),
  regency(7, 'Gunung Seroja', 'Giri Mandala'),
  regency(8, 'Pulau Angsana', 'Kepulauan Samudra', true),
  regency(9, 'Teluk Permata', 'Kepulauan Samudra', true),
  regency(10, 'Karang Puspa', 'Kepulauan Samudra'),
  regency(11, 'Hulu Meranti', 'Borneo Lestari'),
  regency(12, 'Sungai Kemuning', 'Borneo Lestari', true),
  city(1, 'Argapura Baru', 'Giri Mandala'),
  city(2, 'Sanggarwati', 'Nusa Kencana'),
  city(3, 'Bandar Seruni', 'Bahari Raya'),
  city(4, 'Rampai Indah', 'Borneo Lestari'),
  province(1, 'Nusa Kencana'),
  province(2, 'Bahari Raya'),
  province(3, 'Giri Mandala'),
  province(4, 'Kepulauan Samudra'),
  central(1, 'ministry', 'Kementerian Pembinaan Wilayah'),
  central(2, 'ministry', 'Kementerian Sarana Publik'),
  central(3, 'institution', 'Badan Pengembangan Data Nasional'),
  central(4, 'institution', 'Lembaga Pembinaan Keterampilan Nasional'),
]
