import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DataSource, IsNull } from 'typeorm'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { AllowArea } from '../platform/policy.js'
import { LobbyDisplay } from './lobby-display.entity.js'
import { PairDisplay } from './pair-display.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

@Resolver(() => LobbyDisplay)
export class DisplaysResolver {
  constructor(
    private readonly db: DataSource,
    private readonly displays: PairDisplay,
  ) {}

  @Query(() => [LobbyDisplay], { description: 'The screens that show the queue of the lobby, without those that were cut off' })
  @AllowArea('lobby')
  lobbyDisplays(): Promise<LobbyDisplay[]> {
    return this.db.manager.find(LobbyDisplay, { where: { revokedAt: IsNull() }, order: { pairedAt: 'ASC', id: 'ASC' } })
  }

  @Mutation(() => LobbyDisplay, { description: 'Pairs the screen that shows this code' })
  @AllowArea('lobby')
  async pairLobbyDisplay(
    @Me() me: Viewer,
    @Args('code') code: string,
    @Args('name') name: string,
    @Args('key') key: string,
  ): Promise<LobbyDisplay> {
    const { id } = await this.displays.pair(me, { code, name }, { key, input: { code, name } })
    return this.db.manager.findOneByOrFail(LobbyDisplay, { id })
  }

  @Mutation(() => LobbyDisplay)
  @AllowArea('lobby')
  async revokeLobbyDisplay(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<LobbyDisplay> {
    await this.displays.revoke(me, { id, version }, { key, input: { id, version } })
    return this.db.manager.findOneByOrFail(LobbyDisplay, { id })
  }
}
