import type { Catalogue } from '../catalogue';
import type { attachments as ja } from '../ja/attachments';

export const attachments: Catalogue<typeof ja> = {
  title: 'Attachments',
  none: 'No attachments yet.',
  choose: 'Choose files',
  orDrop: 'or drop files here.',
  dropNow: 'Let go to send.',
  hint: 'PDF, Word, Excel, PowerPoint (docx, xlsx, pptx), pictures (jpg, png, webp), txt, csv. At most {{mostMb}} MB each and {{mostFiles}} files. Please leave out personal data of residents. Where and with what a photo was taken is removed when it is saved.',
  later: 'Documents can be attached once the draft is saved.',
  checking: 'Checking the content',
  kept: '“{{name}}” was saved.',
  tooLarge: 'One file may have {{mostMb}} MB at most. It was not sent. Please split it or make it smaller.',
  unreachable:
    'The server could not be reached, and the file was not saved. Please check the connection and choose it again.',
  dismiss: 'Close',
  name: 'File name',
  rename: 'Rename',
  renameTitle: 'Rename the file',
  renameHint: 'Its end (such as .pdf) cannot be changed.',
  remove: 'Remove',
  removeTitle: 'Remove the file',
  removeText: '“{{name}}” will be removed. This cannot be undone.',
  removed: '“{{name}}” was removed.',
  kind: {
    PDF: 'PDF',
    JPEG: 'Photo (JPEG)',
    PNG: 'Picture (PNG)',
    WEBP: 'Picture (WebP)',
    DOCX: 'Word',
    XLSX: 'Excel',
    PPTX: 'PowerPoint',
    TEXT: 'Text',
    CSV: 'CSV',
  },
  scan: {
    NOT_SCANNED: 'not scanned for viruses',
    CLEAN: 'scanned for viruses',
    QUARANTINED: 'quarantined (the virus scan found something); cannot be opened',
  },
};
