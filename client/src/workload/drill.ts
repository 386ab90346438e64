import type { CaseStage, Service } from '@domain'
import { NO_CHOICE, queryOf, type Choice } from '../cases/caseFilter.js'

interface Wanted {
  readonly holder?: string | null
  readonly unit?: string | null
  readonly service?: Service
  readonly stage?: CaseStage
  readonly standing?: Choice['standing']
}

/** The list of cases behind one number of the board. */
export const drillTo = ({ holder, unit, ...rest }: Wanted) => ({
  path: '/perkara',
  query: queryOf({ ...NO_CHOICE, ...rest, holder: holder ?? '', unit: holder ? '' : (unit ?? '') }),
})
