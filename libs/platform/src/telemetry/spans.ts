import {
  type Attributes,
  context,
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { VERSION } from '../version.js';

/** Without a collector every call here is a no-op of the API package; the SDK is not even loaded. */
const tracer = () => trace.getTracer('banso', VERSION);

/** `00-<trace>-<span>-<flags>` of W3C Trace Context. What else that standard lets through is not taken: it is free text. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-(0[01])$/;

/** Where the present work stands in its trace, to be carried to another process; null when nobody traces. */
export function traceparentNow(): string | null {
  const span = trace.getActiveSpan()?.spanContext();
  if (!span || !isSpanContextValid(span)) return null;
  return `00-${span.traceId}-${span.spanId}-${(span.traceFlags & 1).toString().padStart(2, '0')}`;
}

/** What another process said of its place in a trace; the beginning of a new one when it said nothing sound. */
export function placeIn(traceparent: string | null | undefined): Place {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === '') return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number(flags), isRemote: true });
}

/** What is done in answer to another process, or to what it left. */
const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL } as const;

export type { Span };
/** A place in a trace, under which further spans belong. */
export type Place = Context;

interface SpanOptions {
  readonly name: string;
  readonly attributes: Attributes;
  /** Where it belongs; below what is done now unless said. */
  readonly parent?: Place;
  readonly kind?: keyof typeof KINDS;
}

/** Work inside of a span that was begun. */
export const inPlace = <T>(place: Place, work: () => T): T => context.with(place, work);

/** Ends what `beginSpan` began. */
export function endSpan(span: Span, attributes: Attributes, failed: boolean): void {
  span.setAttributes(attributes);
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** A span that somebody else ends, and the context in which work belongs to it. */
export function beginSpan({ name, attributes, parent = context.active(), kind = 'internal' }: SpanOptions): {
  readonly span: Span;
  readonly place: Place;
} {
  const span = tracer().startSpan(name, { attributes, kind: KINDS[kind] }, parent);
  return { span, place: trace.setSpan(parent, span) };
}

/** Ends with the work. Of an error it says that there was one, never its words: they may quote a row. */
export async function inSpan<T>(options: SpanOptions, work: () => Promise<T>): Promise<T> {
  const { span, place } = beginSpan(options);
  try {
    return await inPlace(place, work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.constructor.name : 'unknown');
    throw error;
  } finally {
    span.end();
  }
}

/** As a part of what is traced already; what the clockwork does every moment is no trace of its own. */
export const inChildSpan = <T>(options: SpanOptions, work: () => Promise<T>): Promise<T> =>
  trace.getActiveSpan() ? inSpan(options, work) : work();
