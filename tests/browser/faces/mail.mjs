// The letters that the platform has sent, from the mail server's own API.
import { until } from '../graph.mjs';
import { call } from '../playback/people.mjs';

// What the pattern finds in the latest letter of this subject.
export async function letter(stage, email, subject, pattern) {
  const mail = await stage.graph.address('mail');
  let found;
  await until(async () => {
    const letters = (await call(mail, '/api/email')).filter(one => one.to.some(to => to.address === email) && subject.test(one.subject));
    const [latest] = letters.sort((one, other) => new Date(other.date) - new Date(one.date));
    found = latest?.text.match(pattern)?.[1];
    return found;
  }, `a letter "${subject.source}" to ${email}`, 60_000);
  return found;
}

export const codeIn = /^\s+([A-Z0-9]{6})\s*$/m;
export const passcode = (stage, email) => letter(stage, email, /is your Streamix code/, codeIn);
export const changeCode = (stage, email) => letter(stage, email, /confirms your change of address/, /^\s+([A-Z0-9]{8})\s*$/m);
export const resetPath = (stage, email) => letter(stage, email, /new Streamix password/, /(\/reset-password#token=[^\s)\]>]+)/);
