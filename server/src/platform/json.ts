export { canonicalJson } from '@press'

/** What survives JSON.stringify and comes back the same. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json | undefined
}
