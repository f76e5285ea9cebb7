// Reads JSON lines {expression, context} and answers each with {value} or {error}: what feelin makes of it.
import { createInterface } from 'node:readline';
import { evaluate } from 'feelin';

for await (const line of createInterface({ input: process.stdin })) {
  const { expression, context } = JSON.parse(line);
  let answer;
  try {
    const { value } = evaluate(expression, context);
    answer = { value: value ?? null };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
