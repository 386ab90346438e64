import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DisplayController } from './display.controller.js'
import { DisplaysResolver } from './displays.resolver.js'
import { LobbyBoard } from './lobby-board.js'
import { LobbyDisplay } from './lobby-display.entity.js'
import { PairDisplay } from './pair-display.js'
import { Pairings } from './pairings.js'

/** The screens on the wall of the lobby. */
@Module({
  imports: [TypeOrmModule.forFeature([LobbyDisplay])],
  controllers: [DisplayController],
  providers: [Pairings, PairDisplay, LobbyBoard, DisplaysResolver],
  exports: [Pairings, PairDisplay],
})
export class LobbyModule {}
