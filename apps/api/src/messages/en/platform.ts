import { type Messages, momentOf } from '../messages.js';
import { of } from './words.js';

const KEPT = 'What you entered is still on this screen.';

/** Of what every part of the platform may refuse: notices, mail, records, papers, limits, a service that is away. */
export const platformEn: Pick<Messages, 'reasons'> = {
  reasons: {
    'inbox-item.not-found': () =>
      'This notice was not found. You may not be allowed to see it. Please reload the page.',
    'notice.must-stay': () =>
      'Mail about what you have to do cannot be stopped. Your settings are as they were. Please choose only kinds that can be stopped.',
    'mail.off': () =>
      'This installation sends no mail. Nothing was changed. You find your notices in the inbox; ask whoever runs the platform if you need mail.',
    'mail.too-many-codes': () =>
      'Too many codes were sent in a short time. Your address is as it was. Please try again in about an hour.',
    'mail.code-wrong': () =>
      'This code is wrong. Your address is not confirmed yet. Please enter the eight digits of the mail again.',
    'mail.code-spent': () =>
      'This code cannot be used any more. Your address is not confirmed yet. Please have a new code sent.',
    'mail-suppression.not-found': () =>
      'This entry was not found. Somebody else may have lifted it. Please reload the page.',
    internal: (facts) =>
      `The system failed and changed nothing. Please try again shortly; if it goes on, give incident ${of(facts, 'incident')} to your operator.`,
    'outbox-row.not-found': () =>
      'One of these jobs was not found. None was tried again. Please reload the page.',
    'attachment.not-found': () =>
      'This file was not found. It was removed, or it is not yours to see. Please reload the page.',
    'attachment.gone': () =>
      'The content of this file is missing from the store. Please tell your operator. The record itself is still there.',
    'attachment.empty': () => 'This file is empty. It was not saved. Please check it and choose it again.',
    'attachment.too-large': (facts) =>
      `One file may have ${of(facts, 'limitMb')} MB at most. It was not saved. Please split it or make it smaller.`,
    'attachment.too-many': (facts) =>
      `At most ${of(facts, 'limit')} files may be attached. This one was not saved. Please remove one that is not needed first.`,
    'attachment.prefecture-full': (facts) =>
      `All attachments of this prefecture together have reached the limit (${of(facts, 'limitMb')} MB). This file was not saved. Please tell your operator.`,
    'attachment.kind-not-allowed': () =>
      'This kind of file cannot be attached. It was not saved. Please use PDF, Word, Excel or PowerPoint (docx, xlsx, pptx), a picture (jpg, png, webp), txt or csv.',
    'attachment.active': () =>
      'HTML, SVG, scripts and whatever else runs when it is opened cannot be attached. It was not saved. Please use PDF or a picture.',
    'attachment.archive': () =>
      'ZIP and other archives cannot be attached. It was not saved. Please choose the files inside one by one.',
    'attachment.macro': () =>
      'Files with macros or programs inside cannot be attached. It was not saved. Please save it without macros (docx, xlsx, pptx) or as PDF.',
    'attachment.old-office': () =>
      'This is an old format (doc, xls, ppt) or has a password, so that its content cannot be checked. It was not saved. Please save it as docx, xlsx, pptx or PDF without a password.',
    'attachment.extension-differs': (facts) =>
      `The end of the name (.${of(facts, 'extension')}) does not fit the content (${of(facts, 'kind')}). It was not saved. Please save the file in the right format.`,
    'attachment.extension-stays': (facts) =>
      `The end of the name (.${of(facts, 'extension')}) cannot be changed. The name is as before.`,
    'attachment.broken': () =>
      'This file is damaged or was cut off. It was not saved. Please see whether it opens, and choose it again.',
    'attachment.bomb': () =>
      'This file becomes very large when it is opened. It was not saved. Please reduce what is in it or save it as PDF.',
    'attachment.quarantined': () =>
      'The virus scan found something in this file, so it is quarantined and cannot be opened. Please tell whoever added it, and remove it.',
    'attachment.not-scanned-yet': () =>
      'This file waits for the virus scan. Please wait a moment and open it again.',
    'attachment.store-away': () =>
      'The store of files cannot be reached. Nothing was changed. Please try again in a moment.',
    'attachment.upload-cut': () => 'The upload was cut off. Nothing was saved. Please choose the file again.',
    'client-key.malformed': () =>
      'Send the Idempotency-Key as a UUID (8-4-4-4-12 hexadecimal digits). Nothing was changed.',
    'client-key.used-otherwise': () =>
      'This Idempotency-Key was used for something else. Nothing was changed. Send it again with a new key.',
    'record.changed-meanwhile': (facts) =>
      `${facts['name'] ? of(facts, 'name') : 'Somebody else'} changed the same thing after you opened it (${momentOf(facts, 'at', 'en-GB')}). Your change is not saved yet. ${KEPT} Please look at what has changed, then save again.`,
    'paper.too-long': ({ max }) =>
      `There are more than ${String(max)} visits, too many for one document. Please use Excel or CSV from the list.`,
    'saved-view.not-found': () =>
      'This saved view was not found. You may have removed it already. Please reload the page.',
    'saved-view.name-taken': () =>
      'This list already has a view of that name. Nothing was changed. Please choose another name.',
    'saved-view.too-many': () =>
      'Up to 60 views can be saved. This one was not saved. Please remove one that you no longer use, and save again.',
    'document.syntax': (facts) =>
      `The query is not written correctly. Nothing was run. (${of(facts, 'detail')})`,
    'document.invalid': (facts) =>
      `The query does not fit this system. Nothing was run. (${of(facts, 'detail')})`,
    'document.variables': (facts) => `A value has the wrong form. Nothing was run. (${of(facts, 'detail')})`,
    'document.request': (facts) => `The request could not be read. Nothing was run. (${of(facts, 'detail')})`,
    'document.too-deep': (facts) =>
      `The query is nested too deeply (limit ${of(facts, 'limit')} levels). Please split it.`,
    'document.too-complex': (facts) =>
      `The query asks for too much at once (limit ${of(facts, 'limit')}). Please ask for fewer rows or fields.`,
    'document.too-long': (facts) =>
      `The query is too long (limit ${of(facts, 'limit')} words). Nothing was run. Please split it.`,
    'document.too-many-aliases': (facts) =>
      `The query has too many aliases (limit ${of(facts, 'limit')}). Nothing was run. Please split it.`,
    'document.too-many-directives': (facts) =>
      `The query has too many directives (limit ${of(facts, 'limit')}). Nothing was run. Please leave some out.`,
    'document.too-many-roots': (facts) =>
      `The query calls too many operations at once (limit ${of(facts, 'limit')}). Nothing was run. Please split it.`,
    'document.heavy-twice': (facts) =>
      `An operation that takes long to reckon may stand in a query ${of(facts, 'limit')} time only. Nothing was run. Please send them one by one.`,
    'document.batch': (facts) =>
      `Only ${of(facts, 'limit')} request may be sent at a time. Nothing was run. Please send them one by one.`,
    'document.by-post': () => 'Requests to this address are sent by POST. Nothing was run.',
    'operation.too-long': (facts) =>
      `This took longer than ${of(facts, 'seconds')} seconds and was stopped. Changes that were not finished are not saved. Please ask for less, or try again shortly.`,
    'rate.account': (facts) =>
      `Too many requests in a short time (limit ${of(facts, 'limit')} points a minute). Nothing was run. Please try again in ${of(facts, 'seconds')} seconds.`,
    'rate.address': (facts) =>
      `Too many requests from this address before signing in (limit ${of(facts, 'limit')} points a minute). Nothing was run. Please try again in ${of(facts, 'seconds')} seconds.`,
    'origin.foreign': () =>
      'This request came from a page of another site and is not accepted. Nothing was run. Please open a page of this system and try again.',
    'host.malformed': () => 'The Host of this request has the wrong form. Nothing was run.',
    'host.unknown': () =>
      'This system does not answer to that name. Nothing was run. To its administrator: add the name to the setting BANSO_ALLOWED_HOSTS; behind a proxy set BANSO_PROXY_HOPS as well.',
    'document.unstorable': () =>
      'What was sent contains characters that cannot be stored, such as control characters. Nothing was run. Please remove them.',
    'document.untrusted': () =>
      'This system answers only its own screens, in their present version. Nothing was run. Please reload the page and try again.',
    'body.too-large': (facts) =>
      `What was sent is too large (limit ${of(facts, 'limit')} KB). Nothing was saved. Please shorten it.`,
    'body.broken': () => 'What was sent could not be read (broken JSON, or not UTF-8). Nothing was saved.',
    'body.type': () =>
      'This kind of content is not accepted. Nothing was saved. Please send JSON in UTF-8, not packed.',
    'reckoning.too-long': () =>
      'This question takes too long to reckon. Nothing was changed. Please try again when fewer people are asking, or for fewer days.',
    'service.busy': () =>
      'Somebody else was at it and did not finish in time. Nothing was changed. Please try again shortly.',
    'service.crowded': () =>
      'Too many people are asking at this moment. Nothing was changed; please try again shortly.',
    'service.full': () =>
      'The database has no room left and keeps nothing new for the moment; reading works. What you wrote is still on your screen: please send it again later, and tell whoever runs the system.',
    'service.away': () => 'The database does not answer. Please try again shortly.',
    'route.not-found': () => 'There is nothing at this address. Please check it.',
  },
};
