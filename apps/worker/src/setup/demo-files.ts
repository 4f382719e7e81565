import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AGREEMENT_KINDS,
  AGREEMENT_PARTS,
  MEETING_KINDS,
  MEMBER_KINDS,
  MONTHLY_RULES,
  SESSION_KINDS,
} from '@banso/engagement';
import { DAY_PARTS, type Half, WEEKDAYS, WEEKLY_HALVES, type WeeklyHalf } from '@banso/kernel';
import { AMOUNT_RULES, COST_ITEMS, DAY_SOURCES, SHARE_RULES } from '@banso/settlement';
import { PROCUREMENT_PHASES, SUPPORT_MODES, URGENCIES } from '@banso/support';
import { EVIDENCES, FIRM_RELATIONS, VISIT_MODES } from '@banso/talent';
import { z } from 'zod';

/** Prefectures with demonstration data. */
const FILES = ['hiroshima.json', 'ehime.json', 'yamagata.json'];

const half = z.enum(['AM', 'PM']) satisfies z.ZodType<Half>;

const account = z.object({
  loginId: z.string(),
  displayName: z.string(),
  nameEn: z.string(),
  role: z.enum(['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST']),
  municipality: z.string().optional(),
  specialist: z.string().optional(),
});

const specialist = z.object({
  key: z.string(),
  name: z.string(),
  kana: z.string(),
  nameEn: z.string(),
  profile: z.string(),
  base: z.string(),
  employment: z.string(),
  employmentEn: z.string(),
  modes: z.array(z.enum(VISIT_MODES)),
  monthlyDays: z.number(),
  weekly: z.array(z.custom<WeeklyHalf>((value) => typeof value === 'string')),
  skills: z.record(z.string(), z.object({ level: z.number(), evidence: z.enum(EVIDENCES) })),
  firms: z
    .array(z.object({ relation: z.enum(FIRM_RELATIONS), name: z.string(), source: z.string() }))
    .optional(),
  daysOff: z.array(
    z.object({ offsetDays: z.number(), half: z.enum(DAY_PARTS), reason: z.string().optional() }),
  ),
});

const request = z.object({
  municipality: z.string(),
  themeId: z.string().nullable(),
  title: z.string(),
  trouble: z.string(),
  urgency: z.enum(URGENCIES),
  mode: z.enum(SUPPORT_MODES),
  visits: z.number(),
  visitMinutes: z.number(),
  minGapDays: z.number(),
  deadlineOffsetDays: z.number().nullable(),
  wished: z.array(z.object({ offsetDays: z.number(), half })),
  entrustSelection: z.boolean(),
  filedDaysAgo: z.number(),
  contactSection: z.string(),
  state: z.enum(['DRAFT', 'AWAITING_INTAKE', 'SCHEDULING']),
  purchase: z.object({ phase: z.enum(PROCUREMENT_PHASES), vendors: z.array(z.string()) }).optional(),
});

const consultation = z.object({
  municipality: z.string(),
  themeId: z.string().nullable(),
  question: z.string(),
  state: z.enum(['OPEN', 'ANSWERED']),
  answer: z.string().optional(),
});

const townProfile = z.object({
  municipality: z.string(),
  itStaff: z.number(),
  busy: z.array(z.object({ fromOffsetDays: z.number(), toOffsetDays: z.number(), label: z.string() })),
});

const council = z.object({
  leader: z.string(),
  declaration: z.object({
    title: z.string(),
    body: z.string(),
    declaredDaysAgo: z.number(),
    governor: z.string(),
    heads: z.record(z.string(), z.string()),
  }),
  meetings: z.array(
    z.object({
      kind: z.enum(MEETING_KINDS),
      title: z.string(),
      offsetDays: z.number(),
      record: z.string().optional(),
      came: z.record(z.string(), z.number()),
      cases: z.array(z.object({ municipality: z.string(), title: z.string(), body: z.string() })),
    }),
  ),
  round: z.object({
    companion: z.string(),
    visited: z.number(),
    ferryNotes: z.record(z.string(), z.string()),
    issues: z.array(z.string()),
    handled: z.number(),
    handling: z.string(),
  }),
});

/** Whose: `PREFECTURE`, `COMPANY`, or the code of a town. */
const party = z.string();

const engagement = z.object({
  company: z.object({ name: z.string(), nameEn: z.string() }).optional(),
  begunMonthsAgo: z.number(),
  months: z.number(),
  agreement: z.object({
    title: z.string(),
    agreementKind: z.enum(AGREEMENT_KINDS),
    monthlyDays: z.number().optional(),
    monthlyRule: z.enum(MONTHLY_RULES).optional(),
    work: z.string(),
    confidentiality: z.string(),
    clauses: z.array(z.object({ heading: z.string(), body: z.string() })),
  }),
  signers: z.array(
    z.object({
      party,
      capacity: z.enum(AGREEMENT_PARTS),
      signatoryTitle: z.string(),
      signatoryName: z.string(),
    }),
  ),
  remainder: party,
  /** Whether modules A and B come before a placement. */
  trained: z.boolean(),
  placements: z.array(
    z.object({
      specialist: z.string(),
      town: z.string(),
      post: z.string(),
      weekly: z.array(z.enum(WEEKLY_HALVES)),
    }),
  ),
  costs: z.array(
    z.object({
      item: z.enum(COST_ITEMS),
      label: z.string(),
      clauseNo: z.number(),
      amountRule: z.enum(AMOUNT_RULES),
      yen: z.number().optional(),
      daySource: z.enum(DAY_SOURCES).optional(),
      shareRule: z.enum(SHARE_RULES),
      bearers: z.record(z.string(), z.number()),
    }),
  ),
  attended: z.object({ days: z.number(), everyWorkingDays: z.number(), travelYen: z.number() }).optional(),
  billed: party.optional(),
  office: z
    .object({
      town: z.string(),
      name: z.string(),
      seats: z.number(),
      monthlyHours: z.number(),
      members: z.array(z.object({ name: z.string(), section: z.string(), kind: z.enum(MEMBER_KINDS) })),
      session: z.object({
        kind: z.enum(SESSION_KINDS),
        title: z.string(),
        minutes: z.number(),
        record: z.string(),
      }),
    })
    .optional(),
});

const demo = z.object({
  prefecture: z.string(),
  accounts: z.array(account),
  specialists: z.array(specialist),
  fields: z.array(
    z.object({
      name: z.string(),
      nameEn: z.string(),
      themes: z.array(z.string()),
      specialists: z.array(z.string()),
    }),
  ),
  deskDuty: z.array(z.object({ weekday: z.enum(WEEKDAYS), half, specialist: z.string() })),
  townProfiles: z.array(townProfile),
  requests: z.array(request),
  consultations: z.array(consultation),
  council: council.optional(),
  engagement: engagement.optional(),
});

/** The demonstration of one prefecture; days count from the day on which it is loaded. */
export type DemoPrefecture = z.infer<typeof demo>;
export type DemoAccount = z.infer<typeof account>;
export type DemoEngagement = z.infer<typeof engagement>;
export type DemoCouncil = z.infer<typeof council>;
export type DemoRequest = z.infer<typeof request>;
export type DemoConsultation = z.infer<typeof consultation>;

export function readDemo(dataDir: string): DemoPrefecture[] {
  return FILES.map((name) => {
    const result = demo.safeParse(JSON.parse(readFileSync(join(dataDir, 'demo', name), 'utf8')));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new Error(`data/demo/${name}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
}
