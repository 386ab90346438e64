import type { Role } from './viewer.js'

/** Posts of the registry (Sekretariat): they register, number and send, and share one queue. */
export const REGISTRY_ROLE: Role = 'SEKRETARIAT'

/** Posts that speak for the registry at the counter, in the order in which somebody who holds both acts. */
export const REGISTERING_ROLES: readonly Role[] = ['SEKRETARIAT', 'FRONT_OFFICE']

/** Posts of the leadership: they dispose what the registry hands over, and judge what only the leadership may. */
export const LEADERSHIP_ROLE: Role = 'PIMPINAN'

/** The post that heads a working unit and receives what is disposed to the unit. */
export const UNIT_HEAD_ROLE: Role = 'POKJA'

/** Posts of a working unit that hold cases: the head, and the officers it assigns them to. */
export const CASE_HOLDING_ROLES: readonly Role[] = ['POKJA', 'ASISTEN']

/** Posts that keep the keys to sealed identities. */
export const CUSTODIAN_ROLE: Role = 'CUSTODIAN'

/** Posts that dispose cases downwards, and so give them to somebody else when they must. */
export const DISPOSING_ROLES: readonly Role[] = ['PIMPINAN', 'POKJA']

/** The posts of a working unit that meet visitors and write letters. */
export const OFFICER_ROLE: Role = 'ASISTEN'
