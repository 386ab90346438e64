import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { authorityFor, type Authority, type PanelOrigin, type PanelRole, type PostLevel, type SelectionStage } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { AuthorityEnum, PanelOriginEnum, PanelRoleEnum, PostLevelEnum, SelectionStageEnum } from './enums.js'

const OF_SELECTION = 'the loader gives the parts of a selection that was read under the rules'

/** When a stage takes place; both days count. */
@Entity('selection_schedule')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class SelectionSchedule {
  @PrimaryColumn('uuid') selectionId: string
  @PrimaryColumn('text') @Field(() => SelectionStageEnum) stage: SelectionStage
  @Column('date') @Field(() => LocalDateScalar) startsOn: string
  @Column('date') @Field(() => LocalDateScalar) endsOn: string
}

/** The vacancy stayed open for longer, because too few applied. */
@Entity('announcement_extension')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class AnnouncementExtension {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('date') @Field(() => LocalDateScalar) oldClosesOn: string
  @Column('date') @Field(() => LocalDateScalar) newClosesOn: string
  @Column('text') @Field() reason: string
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('text') @Field() byName: string
}

/** A seat of the selection panel (panitia seleksi). */
@Entity('panel_member')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class PanelMember {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('text') @Field() name: string
  @Column('text') @Field(() => PanelRoleEnum) role: PanelRole
  @Column('text') @Field(() => PanelOriginEnum) origin: PanelOrigin
  @Column('text') @Field() institution: string
}

/** A senior post to be filled. */
@Entity('vacant_post')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class VacantPost {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('text') @Field() title: string
  @Column('text') @Field(() => PostLevelEnum) level: PostLevel
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) droppedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) dropReason: string | null

  @Field(() => AuthorityEnum) get authority(): Authority {
    return authorityFor(this.level)
  }
}

/** A paper of a stage, received or missing. */
@Entity('selection_document')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class SelectionDocument {
  @PrimaryColumn('uuid') selectionId: string
  @PrimaryColumn('text') @Field(() => SelectionStageEnum) stage: SelectionStage
  @PrimaryColumn('text') @Field() code: string
  @Column('text') @Field(() => String) state: 'received' | 'missing'
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
}

/** What a check of a stage found. */
@Entity('selection_check')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class SelectionCheck {
  @PrimaryColumn('uuid') selectionId: string
  @PrimaryColumn('text') @Field(() => SelectionStageEnum) stage: SelectionStage
  @PrimaryColumn('text') @Field() code: string
  @Column('boolean') @Field() met: boolean
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('timestamptz') @Field(() => Date) checkedAt: Date
  @Column('text') @Field() checkedByName: string
}
