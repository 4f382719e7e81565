export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}
export interface Count {
  passed: number;
  failed: number;
  reasons: string[];
}
export function countResults(report: Report | undefined, exitCode: number): Count;
