import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Words and figures; what is packed already, such as PDF and Excel, stays as it is. */
const PACKED = /^text\/(?!event-stream)|[/+](?:json|javascript|xml)(?:;|$)/;

/**
 * Packs answers: everybody's calendar is a megabyte and a half before, and the line of a town is shared by its whole
 * office. That the length of an answer may tell of its content needs somebody who lets a browser ask in another's name
 * with words of their own, which cookies and the door refuse. What is sent to us is never unpacked.
 */
export async function packAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    customTypes: PACKED,
    globalDecompression: false,
  });
}
