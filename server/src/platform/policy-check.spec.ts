import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Controller, Get, Module, type Type } from '@nestjs/common'
import { Field, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { startApp } from '../../../test/support/app.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { Public, SignedIn } from './policy.js'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const booted = (modules: Type[]): Promise<string> =>
  startApp(database.url, { modules }).then(
    async (server) => {
      await server.close()
      return 'started'
    },
    (error: Error) => error.message,
  )

@Resolver()
class SilentQuery {
  @Query(() => Boolean)
  @SignedIn()
  spoken(): boolean {
    return true
  }

  @Query(() => Boolean)
  unspoken(): boolean {
    return true
  }
}
@Module({ providers: [SilentQuery] })
class WithSilentQuery {}

@Controller('silent')
class SilentController {
  @Get()
  page(): string {
    return 'x'
  }
}
@Module({ controllers: [SilentController] })
class WithSilentController {}

test('a query without a policy stops the boot', async () => {
  expect(await booted([WithSilentQuery])).toMatch(/have no policy.*Query\.unspoken \(SilentQuery\.unspoken\)/s)
})

test('a controller without a policy stops the boot', async () => {
  expect(await booted([WithSilentController])).toMatch(/SilentController\.page/)
})

// declared last: object types belong to every schema of the process from here on
test('types and field resolvers without a policy, and types that a public field gives away, stop the boot', async () => {
  @ObjectType()
  class SilentThing {
    @Field(() => String) name: string
  }
  @ObjectType()
  @SignedIn()
  class GuardedThing {
    @Field(() => String) name: string
  }
  @Resolver(() => SilentThing)
  class Things {
    @Query(() => SilentThing)
    @SignedIn()
    silentThing(): SilentThing {
      return { name: 'x' }
    }

    @Query(() => GuardedThing)
    @Public('a mistake')
    leak(): GuardedThing {
      return { name: 'x' }
    }

    @ResolveField(() => String)
    colour(): string {
      return 'red'
    }
  }
  @Module({ providers: [Things] })
  class WithThings {}

  const message = await booted([WithThings])
  expect(message).toMatch(/type SilentThing/)
  expect(message).toMatch(/Things\.colour/)
  expect(message).toMatch(/Query\.leak is public but leads to GuardedThing/)
})
