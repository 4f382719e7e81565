/**
 * 全国地方公共団体コード: five digits and a check digit.
 * check = (11 − (6a + 5b + 4c + 3d + 2e) mod 11) mod 10.
 */
export function isLocalGovernmentCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = Array.from(code, Number);
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  return (11 - (sum % 11)) % 10 === digits[5];
}
