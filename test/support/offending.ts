import { verify } from '../../server/src/audit/verify.js'

/** The codes of the invariants that do not hold of a database; what needs files or anchors is not looked at. */
export const offendingIn = async (databaseUrl: string): Promise<string[]> =>
  (await verify(databaseUrl, { filesDir: null, anchorFile: null })).filter(({ outcome }) => outcome === 'offends').map(({ code }) => code)
