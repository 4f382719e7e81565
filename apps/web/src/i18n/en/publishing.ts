import type { Catalogue } from '../catalogue';
import type * as ja from '../ja/publishing';

export const publishing: Catalogue<typeof ja.publishing> = {
  title: 'Publish the chosen visits',
  chosen: 'Publish the {{count}} chosen visit(s)',
  confirm: 'Publish {{count}} visit(s)',
  left: '{{count}} visit(s) are not chosen and not published. This plan is then closed; the next plan places the rest.',
  others: 'Other plans for these days are set aside.',
  new: 'New visits ({{count}})',
  moved: 'Visits that move ({{count}})',
  calledOff: 'Visits that are called off ({{count}})',
  needs: 'Without {{count}} further visit(s) the rules would be broken',
  impossible: 'The calendar has changed since this plan was made: it cannot be published as it is',
  done: 'Published as version {{version}} ({{visits}} new, {{moved}} moved, {{cancelled}} called off).',
  wouldCallOff: 'Called off when this is published:',
  addNeeded: 'Add {{count}} visit(s)',
  choose: 'Publish',
  chooseOne: 'Choose for publication: {{town}} {{when}}',
  hint: 'To publish only a part, choose visits under “Publish”.',
  adopted: 'Published',
  notAdopted: 'Not published',
  inPart: '{{count}} of the placed ones published',
};
