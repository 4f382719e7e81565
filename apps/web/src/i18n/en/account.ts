import type { Catalogue } from '../catalogue';
import type * as ja from '../ja/account';

export const account: Catalogue<typeof ja.account> = {
  title: 'Account',
  password: 'Password',
  presentPassword: 'Present password',
  newPassword: 'New password',
  passwordHint:
    'At least 15 characters of any kind. A short sentence of unrelated words is safe, such as “wooden boats carry rice”.',
  changePassword: 'Change the password',
  passwordChanged: 'Your password has been changed. Every other browser has been signed out.',
};
