import type { FastifyInstance } from 'fastify';

const refused = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;
const READABLE = /^(utf-?8|us-ascii)$/i;

/**
 * JSON in UTF-8 is all that is read: no form, no multipart, no packed body. Bytes that are no UTF-8 are refused instead
 * of being stored as question marks; `__proto__` and `constructor.prototype` are refused by the parser.
 */
export function takeJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding !== 'identity' || !READABLE.test(CHARSET.exec(type)?.[1] ?? 'utf-8'))
      return done(refused(415, 'Not plain UTF-8'));
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      return done(refused(400, 'No UTF-8'));
    }
    void parse(request, text, done);
  });
}
