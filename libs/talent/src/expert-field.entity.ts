import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 専門分野 of one fiscal year: a new year's fields leave the old ones as they were. */
@Entity({ name: 'expert_field' })
export class ExpertField {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'fiscal_year', type: 'int' })
  fiscalYear: number;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  static of(prefectureId: string, fiscalYear: number, id: string = randomUUID()): ExpertField {
    return Object.assign(new ExpertField(), { id, prefectureId, fiscalYear });
  }

  call(name: string, nameEn: string): void {
    this.name = name;
    this.nameEn = nameEn;
  }
}

/** A theme that belongs to a field. */
@Entity({ name: 'expert_field_theme' })
export class ExpertFieldTheme {
  @PrimaryColumn({ name: 'field_id', type: 'uuid' })
  fieldId: string;

  @PrimaryColumn({ name: 'theme_id', type: 'text' })
  themeId: string;
}

/** A specialist who serves a field. */
@Entity({ name: 'expert_field_member' })
export class ExpertFieldMember {
  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @PrimaryColumn({ name: 'field_id', type: 'uuid' })
  fieldId: string;

  @PrimaryColumn({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;
}
