import { Module } from '@nestjs/common'
import { GraphqlModule } from '../graphql.module.js'
import { ChangesResolver } from './changes.resolver.js'
import { LiveGateway } from './gateway.js'
import { Hub } from './hub.js'
import { LiveOperations } from './operations.js'

/** The live stream of this node: the door, the documents it takes, the fan-out. */
@Module({ imports: [GraphqlModule], providers: [Hub, LiveOperations, LiveGateway, ChangesResolver], exports: [Hub] })
export class LiveModule {}
