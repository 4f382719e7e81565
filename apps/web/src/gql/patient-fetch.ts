/** How often a crowded server is asked again before the person is told. */
const TURNS = 4;
/** Milliseconds: by chance, so that a crowd does not come back as one. */
const PAUSE = { least: 500, most: 2_000 };

/** Refused at the door: nothing has been done, so that the same may be asked again, a change too. */
async function isCrowded(response: Response): Promise<boolean> {
  if (response.status !== 503) return false;
  const text = await response.clone().text();
  return text.includes('"service.crowded"');
}

/** Like `fetch`; whoever finds the server crowded waits a moment instead of being turned away. */
export const patientFetch: typeof fetch = async (input, init) => {
  for (let turn = 1; ; turn++) {
    const response = await fetch(input, init);
    if (turn === TURNS || !(await isCrowded(response))) return response;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least));
    });
  }
};
