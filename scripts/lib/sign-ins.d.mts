export interface SignIn {
  label: string;
  labelEn: string;
  loginId: string;
  password: string;
}
export function readSignIns(file: string): SignIn[];
export function columns(text: string): number;
export function signInTable(signIns: SignIn[]): string[];
