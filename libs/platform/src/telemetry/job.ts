import { SpanStatusCode, trace } from '@opentelemetry/api';
import { measured } from './measures.js';
import { inSpan, placeIn } from './spans.js';
import { during } from './work.js';

type JobOutcome = 'done' | 'failed' | 'dead';

/** What an outbox row says of where it comes from. */
interface Caused {
  readonly id: string;
  readonly job: string;
  readonly failures: number;
  readonly request_id: string | null;
  readonly traceparent: string | null;
}

/** Runs a job as a part of what asked for it: in its log lines, in its trace, and counted. */
export function duringJob(
  { id, job, failures, request_id: requestId, traceparent }: Caused,
  work: (ended: (outcome: JobOutcome) => void) => Promise<void>,
): Promise<void> {
  const attempt = failures + 1;
  const begun = performance.now();
  const ended = (outcome: JobOutcome): void => {
    measured().job.record((performance.now() - begun) / 1000, { 'banso.job': job, 'banso.outcome': outcome });
    const span = trace.getActiveSpan();
    span?.setAttribute('banso.outcome', outcome);
    if (outcome !== 'done') span?.setStatus({ code: SpanStatusCode.ERROR });
  };
  const attributes = { 'banso.job': job, 'banso.outbox': id, 'banso.attempt': attempt };
  const span = { name: `job ${job}`, attributes, parent: placeIn(traceparent), kind: 'consumer' } as const;
  return during({ requestId, job, outbox: id, attempt }, () => inSpan(span, () => work(ended)));
}
