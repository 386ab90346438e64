import type { Bilingual } from '@domain'
import { i18n, locale } from './i18n.js'

/**
 * Every sentence of the console by area. An area adds itself beside its Indonesian file:
 * `declare module '../app/words.js' { interface Words { cases: typeof words } }`.
 */
export interface Words {
  app: typeof import('./app.id.js').default
}

/** The English twin of an Indonesian file: the same keys, other sentences. A missing key does not compile. */
export type TwinOf<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : TwinOf<T[Key]> }

type Paths<T> = { [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Paths<T[Key]>}` }[keyof T & string]

/** 'cases.stage.closed' and all its siblings. */
export type WordKey = Paths<Words>

type Values = Record<string, string | number>

/** The sentence of a key in the language of the moment. "{name}" is filled from `values`; "satu | banyak" is chosen by `values.n`. */
export function t(key: WordKey, values: Values = {}): string {
  return typeof values.n === 'number' ? i18n.global.t(key, values, values.n) : i18n.global.t(key, values)
}

/** One side of a text that the domain keeps in both languages. */
export const say = (text: Bilingual): string => text[locale.value]

/** The words of the console for a component's template. */
export const useWords = () => ({ t, say, locale })
