import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Who a sealed reporter is. Every field is sealed in place; nothing of this row is an object of the schema. */
@Entity('sealed_identity')
export class SealedIdentity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') caseId: string
  @Column('timestamptz') sealedAt: Date
  @Column('uuid') sealedBy: string
  @Column('bytea') nameSealed: Buffer
  @Column('bytea', { nullable: true }) jobTitleSealed: Buffer | null
  @Column('bytea', { nullable: true }) workUnitSealed: Buffer | null
  @Column('bytea', { nullable: true }) agencyNameSealed: Buffer | null
  @Column('bytea', { nullable: true }) representativeSealed: Buffer | null
  @Column('bytea', { nullable: true }) nikSealed: Buffer | null
  @Column('bytea', { nullable: true }) nikIndex: Buffer | null
  @Column('bytea', { nullable: true }) nipSealed: Buffer | null
  @Column('bytea', { nullable: true }) nipIndex: Buffer | null
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null
  @Column('bytea', { nullable: true }) emailSealed: Buffer | null
  @Column('bytea', { nullable: true }) emailIndex: Buffer | null
  @Column('bytea', { nullable: true }) addressSealed: Buffer | null
  @Column('bytea', { nullable: true }) letterNumberSealed: Buffer | null
}
