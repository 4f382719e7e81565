import { CaseShare, CouncilAttendance, CouncilMeeting } from './council-meeting.entity.js';
import { Declaration, DeclarationSignatory } from './declaration.entity.js';
import { RoundStop, TownRound } from './town-round.entity.js';

export const councilEntities = [
  Declaration,
  DeclarationSignatory,
  CouncilMeeting,
  CouncilAttendance,
  CaseShare,
  TownRound,
  RoundStop,
];
