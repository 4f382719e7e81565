import { useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../../gql/use-action';
import { tokyo } from '../../i18n/dates';
import { useConnection } from '../../offline/connection';
import type { KeptDraft } from '../../offline/database';
import { dropDraft, keepDraft, keeps } from '../../offline/keeper';
import { inputOf, type ReportDraft } from './report-draft';
import { SaveReportDocument, type ReportVisit } from './reports.documents';

/** Long enough that somebody who types is not disturbed. */
const PAUSE_MS = 1_500;

/**
 * Keeps a draft on the server as it is written; nothing stays on the device. On a specialist's own phone it is kept
 * there too until the server has it, so that a tunnel takes nothing away. `fromPhone`: it was begun there.
 */
export function useAutosave(visit: ReportVisit, draft: ReportDraft, fromPhone: KeptDraft | null) {
  const { offline } = useConnection();
  const { run, busy, refusal } = useAction(SaveReportDocument);
  const [savedAt, setSavedAt] = useState<string | null>(
    visit.report?.status === 'DRAFT' ? tokyo(visit.report.updatedAt).time : null,
  );
  const seen = useRef<string | null>(fromPhone ? fromPhone.seen : (visit.report?.version ?? null));
  const kept = useRef<ReportDraft | null>(fromPhone ? null : draft);
  const latest = useRef(draft);
  const onPhone = keeps();
  const [unsaved, setUnsaved] = useState(false);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  /** While the report is handed in, which keeps it as well. */
  const held = useRef(false);
  const conflict = refusal?.newer ?? null;

  const save = useCallback(
    async (what: ReportDraft, over: string | null = null): Promise<boolean> => {
      const input = inputOf(what, over ?? seen.current);
      if (!input) return false;
      const saved = (await run({ visitId: visit.id, input }))?.saveVisitReport;
      if (!saved) return false;
      seen.current = saved.version;
      kept.current = what;
      setSavedAt(tokyo(saved.updatedAt).time);
      if (latest.current === what) {
        setUnsaved(false);
        await dropDraft(visit.id);
      }
      return true;
    },
    [run, visit.id],
  );

  useEffect(() => {
    latest.current = draft;
    if (draft === kept.current) return undefined;
    setUnsaved(true);
    if (!held.current) void keepDraft(visit.id, { content: draft, seen: seen.current });
    // Somebody else's words are not written over by a timer.
    if (conflict || busy) return undefined;
    const timer = setTimeout(() => {
      if (!held.current) underWay.current = save(draft);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
    // Once more when the line is back.
  }, [draft, save, conflict, busy, offline, visit.id]);

  /** Lets what is under way end, keeps the timer still, and then does `work`. */
  const instead = useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    held.current = true;
    await underWay.current;
    const done = await work();
    if (!done) held.current = false;
    return done;
  }, []);

  return { instead, savedAt, unsaved, busy, refusal, seen, save, conflict, onPhone, offline };
}
