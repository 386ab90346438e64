import { useLiveAnswer } from '../app/useLiveAnswer.js'
import { ScheduleOfDaysDocument } from '../generated/graphql.js'

/** Rooms, taken times and service hours of some days, kept true by the stream. */
export function useSchedule(days: () => { readonly from: string; readonly to: string }) {
  const { answer, failure, reload } = useLiveAnswer({
    document: ScheduleOfDaysDocument,
    variables: days,
    pick: (data) => data.schedule,
    moves: ({ __typename }) => __typename === 'BookingChange',
    keep: true,
  })
  return { schedule: answer, failure, reload }
}
