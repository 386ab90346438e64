import { START_EVENTS, STOP_EVENTS, type StartEvent } from '../clock/rules.js'
import type { StandardDocument } from '../standard/document.js'
import type { LetterKind, Service } from '../standard/service.js'

/** What the rest of the product offers to the standards. */
export interface Provisions {
  /** The act that records each start event; a missing one is an event that never happens. */
  readonly recordedBy: Readonly<Partial<Record<StartEvent, string>>>
  /** The letters that can be written for a service. */
  readonly templates: (service: Service) => readonly LetterKind[]
  /** The letters of a service that somebody reviews. */
  readonly chains: (service: Service) => readonly LetterKind[]
}

/**
 * What is missing for a version of a standard to be kept, as sentences for whoever runs the installation: every clock starts from an event that some act
 * records, every product can be written and is reviewed, every channel has a procedure.
 */
export function checkStandard(document: StandardDocument, provisions: Provisions): string[] {
  const { service } = document
  const templates = provisions.templates(service)
  const chains = provisions.chains(service)
  return [
    ...document.clocks.flatMap(({ code, startEvent, stopEvent }) => [
      ...(START_EVENTS.includes(startEvent) && provisions.recordedBy[startEvent]
        ? []
        : [`${service}: no act records "${startEvent}", from which the clock ${code} starts`]),
      ...(STOP_EVENTS.includes(stopEvent) ? [] : [`${service}: nothing stops the clock ${code} ("${stopEvent}")`]),
    ]),
    ...document.products.flatMap(({ letterKind }) => [
      ...(templates.includes(letterKind) ? [] : [`${service}: the product "${letterKind}" has no letter template`]),
      ...(chains.includes(letterKind) ? [] : [`${service}: the product "${letterKind}" has no review chain`]),
    ]),
    ...document.channels.flatMap(({ channel }) =>
      document.procedures.some((procedure) => procedure.channels.includes(channel))
        ? []
        : [`${service}: the channel "${channel}" has no procedure`],
    ),
  ]
}
