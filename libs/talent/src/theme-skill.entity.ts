import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A skill that a theme calls for, and how deep. */
@Entity({ name: 'theme_skill' })
export class ThemeSkill {
  @PrimaryColumn({ name: 'theme_id', type: 'text' })
  themeId: string;

  @PrimaryColumn({ name: 'skill_id', type: 'text' })
  skillId: string;

  /** 1 to 4, comparable with a specialist's level. */
  @Column({ name: 'level', type: 'int' })
  level: number;

  /** Without it the theme cannot be supported; others are welcome. */
  @Column({ name: 'essential', type: 'boolean' })
  essential: boolean;
}
