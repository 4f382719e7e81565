import { CONTRACT_BASES } from '@banso/dispatch';
import { enumOf } from '../enum.graphql.js';

export const ContractBasisEnum = enumOf(
  'ContractBasis',
  CONTRACT_BASES,
  'Where contract days come from: agreements, twelve times the guideline of the register, or nowhere.',
);
