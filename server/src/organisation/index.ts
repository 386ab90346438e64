export { installProfile } from './install-profile.js'
export { OrganisationModule } from './organisation.module.js'
export { letterheadOf, profileInForce } from './profile-in-force.js'
export { SaveProfile } from './save-profile.js'
