import { registerEnumType } from '@nestjs/graphql'

/** Turns a closed list of the domain into a GraphQL enum; the list stays the only place where its members are written. */
export function graphqlEnum<Member extends string>(name: string, members: readonly Member[]): Record<Member, Member> {
  const values = Object.fromEntries(members.map((member) => [member, member])) as Record<Member, Member>
  registerEnumType(values, { name })
  return values
}
