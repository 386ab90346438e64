import type { Bilingual } from '../standard/service.js'
import type { NiPppkProblem, NipProblem } from './employee-number.js'
import type { NikProblem } from './nik.js'

/** What the register says beside a NIP, code by code. */
export const NIP_PROBLEM_TEXT: Record<NipProblem, Bilingual> = {
  not_digits: { id: 'NIP hanya boleh berisi angka.', en: 'A NIP holds digits only.' },
  length: { id: 'NIP harus terdiri atas 18 angka.', en: 'A NIP has 18 digits.' },
  birth_date: {
    id: 'Delapan angka pertama NIP bukan tanggal lahir yang benar (tahun, bulan, tanggal).',
    en: 'The first eight digits of the NIP are not a real birth date (year, month, day).',
  },
  appointment_month: {
    id: 'Angka ke-13 dan ke-14 NIP harus bulan pengangkatan, 01 sampai dengan 12.',
    en: 'Digits 13 and 14 of the NIP must be the month of appointment, 01 to 12.',
  },
  appointment_age: {
    id: 'Menurut NIP ini, pengangkatan terjadi sebelum usia 18 tahun. Periksa tanggal lahir dan tahun pengangkatan.',
    en: 'By this NIP the appointment came before the age of 18. Check the birth date and the year of appointment.',
  },
  appointment_future: {
    id: 'Menurut NIP ini, pengangkatan belum terjadi. Periksa tahun dan bulan pengangkatan.',
    en: 'By this NIP the appointment lies in the future. Check its year and month.',
  },
  sex: { id: 'Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).', en: 'Digit 15 of the NIP must be 1 (male) or 2 (female).' },
  serial: {
    id: 'Tiga angka terakhir NIP adalah nomor urut, mulai dari 001.',
    en: 'The last three digits of the NIP are a serial from 001.',
  },
}

/** What the register says beside an NI PPPK, code by code. */
export const NI_PPPK_PROBLEM_TEXT: Record<NiPppkProblem, Bilingual> = {
  not_digits: { id: 'NI PPPK hanya boleh berisi angka.', en: 'An NI PPPK holds digits only.' },
  length: { id: 'NI PPPK harus terdiri atas 18 angka.', en: 'An NI PPPK has 18 digits.' },
  birth_date: {
    id: 'Delapan angka pertama NI PPPK bukan tanggal lahir yang benar (tahun, bulan, tanggal).',
    en: 'The first eight digits of the NI PPPK are not a real birth date (year, month, day).',
  },
  appointment_age: {
    id: 'Menurut NI PPPK ini, pengangkatan terjadi sebelum usia 18 tahun. Periksa tanggal lahir dan tahun pengangkatan.',
    en: 'By this NI PPPK the appointment came before the age of 18. Check the birth date and the year of appointment.',
  },
  appointment_future: {
    id: 'Menurut NI PPPK ini, pengangkatan belum terjadi. Periksa tahun pengangkatan.',
    en: 'By this NI PPPK the appointment lies in the future. Check its year.',
  },
  sex: { id: 'Angka ke-15 NI PPPK harus 1 (laki-laki) atau 2 (perempuan).', en: 'Digit 15 of the NI PPPK must be 1 (male) or 2 (female).' },
  serial: {
    id: 'Tiga angka terakhir NI PPPK adalah nomor urut, mulai dari 001.',
    en: 'The last three digits of the NI PPPK are a serial from 001.',
  },
}

/** What the register says beside a NIK, code by code. */
export const NIK_PROBLEM_TEXT: Record<NikProblem, Bilingual> = {
  not_digits: { id: 'NIK hanya boleh berisi angka.', en: 'A NIK holds digits only.' },
  length: { id: 'NIK harus terdiri atas 16 angka.', en: 'A NIK has 16 digits.' },
  birth_day: {
    id: 'Angka ke-7 dan ke-8 NIK harus tanggal lahir: 01 sampai dengan 31, atau 41 sampai dengan 71 untuk perempuan.',
    en: 'Digits 7 and 8 of the NIK must be the day of birth: 01 to 31, or 41 to 71 for women.',
  },
  birth_month: {
    id: 'Angka ke-9 dan ke-10 NIK harus bulan lahir, 01 sampai dengan 12.',
    en: 'Digits 9 and 10 of the NIK must be the month of birth, 01 to 12.',
  },
  birth_date: {
    id: 'Angka ke-7 sampai dengan ke-12 NIK bukan tanggal lahir yang ada.',
    en: 'Digits 7 to 12 of the NIK are not a date that exists.',
  },
  serial: {
    id: 'Empat angka terakhir NIK adalah nomor urut, mulai dari 0001.',
    en: 'The last four digits of the NIK are a serial from 0001.',
  },
}
