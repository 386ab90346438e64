/** A fictional person: name, sex as coded in NIP and NIK (1 man, 2 woman), and date of birth as YYYYMMDD. */
export interface DemoName {
  readonly name: string
  readonly sex: 1 | 2
  readonly born: string
}

const parse = (text: string): DemoName => {
  const [name = '', sex = '1', born = '19800101'] = text.split('|')
  return { name, sex: sex === '2' ? 2 : 1, born }
}

/** People who write to the commission. */
export const SENDER_NAMES: readonly DemoName[] = [
  'Ahmad Subhan Nasution|1|19710314',
  'Wayan Sukma Astawa|1|19770902',
  'Rosdiana Manalu|2|19800421',
  'Slamet Riyanto|1|19690611',
  'Fransiska Bere|2|19851207',
  'Muhammad Ridwan Saleh|1|19740125',
  'Tri Hartati|2|19790818',
  'La Ode Samsuddin|1|19720530',
  'Elisabet Kaimudin|2|19830209',
  'Suparmin|1|19681017',
  'Nur Aisyah Batubara|2|19870313',
  'Yosef Tallo|1|19760706',
  'Dian Puspitasari|2|19900519',
  'Abdul Gani Marasabessy|1|19700928',
  'Ni Luh Sekarini|2|19821104',
  'Hotman Purba|1|19730222',
  'Kartini Wahyuningrum|2|19810421',
  'Syamsul Bahri Siregar|1|19750807',
  'Margaretha Lumowa|2|19781216',
  'Eko Budi Santoso|1|19840630',
  'Rahmawati Tanjung|2|19860125',
  'Dominggus Wenda|1|19790311',
  'Sulastri Ningsih|2|19740908',
  'Zainal Arifin Lamusu|1|19711113',
  'Aprilia Citra Dewanti|2|19910417',
  'Irwan Syahputra Harahap|1|19800202',
  'Yuliana Abuk|2|19890724',
  'Bagus Hermawan|1|19880615',
  'Sofia Latuconsina|2|19771029',
  'Rudi Hasiholan Sitorus|1|19730516',
  'Ida Ayu Prameswari|2|19840812',
  'Jamaluddin Daeng Ngalle|1|19690304',
  'Wiwik Susilowati|2|19761201',
  'Anton Sahertian|1|19820719',
  'Mutiara Hapsari|2|19930226',
  'Darwis Pulungan|1|19701010',
  'Fitriani Mokodompit|2|19850605',
  'Gregorius Nahak|1|19780123',
  'Laila Mufidah|2|19920914',
  'Tarmizi Usman|1|19720427',
].map(parse)

/** People who are reported. */
export const REPORTED_NAMES: readonly DemoName[] = [
  'Burhanuddin Lasama|1|19680215',
  'Sumiyati Prihatin|2|19740709',
  'Robert Mangindaan|1|19710103',
  'Kusnadi Wirjo|1|19760419',
  'Helena Tapiheru|2|19800811',
  'Mursalim Ganda|1|19691127',
  'Ismail Tuasikal|1|19730622',
  'Yanti Rumondang|2|19820530',
  'Paulus Sigai|1|19770318',
  'Haris Munandar Lubuk|1|19841002',
  'Nengah Artini|2|19790926',
  'Sabaruddin Tolla|1|19720714',
  'Veronika Lema|2|19860208',
  'Joko Purwadi Asmoro|1|19701221',
  'Zubaidah Rangkuti|2|19750405',
  'Kristianus Bria|1|19830616',
  'Anwar Fuadi Malik|1|19781109',
  'Ratih Candrakirana|2|19880327',
  'Samuel Worabay|1|19811213',
  'Tengku Rafiqah|2|19760801',
].map(parse)
