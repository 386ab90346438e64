import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Refusal } from '@domain'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Public } from '../platform/policy.js'
import { displayCookie, displayTokenOf } from './display-token.js'
import { LobbyBoard } from './lobby-board.js'
import { Pairings } from './pairings.js'

/** What a screen is told about itself. Its id stays here. */
type Told = { readonly paired: true; readonly name: string } | { readonly paired: false; readonly code: string; readonly expiresAt: Date }

/** The only door for the screens of the lobby. It knows no session, and the console's doors do not know a screen. */
@Controller('display')
export class DisplayController {
  constructor(
    private readonly pairings: Pairings,
    private readonly board: LobbyBoard,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('a screen on the wall is nobody: it is given a code to show, which opens nothing until the front office has typed it')
  async present(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Told> {
    if (!request.get('x-requested-by')) throw new Refusal('request.invalid', { fields: ['X-Requested-By'] })
    const token = displayTokenOf(request.headers, this.config.publicUrl)
    const { standing, freshToken } = await this.pairings.standing(token, request.ip ?? '')
    if (freshToken) response.cookie(...displayCookie(this.config.publicUrl, freshToken))
    return standing.paired ? { paired: true, name: standing.name } : standing
  }

  @Get('lines')
  @Public('asked by the token of a paired screen; whoever has none is told nothing')
  async lines(@Req() request: Request, @Res() response: Response): Promise<void> {
    const display = await this.pairings.displayOf(displayTokenOf(request.headers, this.config.publicUrl))
    if (!display) throw new Refusal('access.signed_out')
    this.board.join(display.id, response)
  }
}
