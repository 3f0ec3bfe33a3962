// What the journeys of the player share.
import { enter } from './doors.mjs';
import { viewer } from './people.mjs';
import { Screening } from './screening.mjs';
import { visit } from './visitor.mjs';

export const long = { timeout: 120_000 };

// A journey that begins with the picture, as somebody new who signed in.
export const watch = (stage, name, titleId, journey) => () => visit(stage, {}, async (page, visitor) => {
  await enter(page, await viewer(stage, name));
  await journey(await Screening.of(page, titleId()), page, visitor);
});

// Whether it asks or not: on from wherever it was.
export async function goesOn(screening) {
  const first = screening.resume.getByRole('button').first();
  await first.waitFor({ timeout: 5_000 }).then(() => first.click(), () => {});
  await screening.begins();
}
