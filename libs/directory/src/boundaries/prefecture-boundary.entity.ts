import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The shapes of a prefecture's towns as a map draws them, once somebody has imported them. */
@Entity({ name: 'prefecture_boundary' })
export class PrefectureBoundary {
  @PrimaryColumn({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  /** TopoJSON under Brotli: as it is sent. */
  @Column({ name: 'topology', type: 'bytea' })
  topology: Buffer;

  /** SHA-256 of it, in hex. */
  @Column({ name: 'digest', type: 'text' })
  digest: string;

  /** How many towns have a shape. */
  @Column({ name: 'towns', type: 'int' })
  towns: number;

  @Column({ name: 'imported_at', type: 'timestamptz' })
  importedAt: Date;
}
