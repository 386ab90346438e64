export { Agency } from './agencies.resolver.js'
export { calendarById, calendarInForce, type CalendarInForce } from './calendar-in-force.js'
export { installReference } from './install-reference.js'
export { StandardsModule } from './standards.module.js'
