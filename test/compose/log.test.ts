import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/compose/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const append = (line: string): void => {
    text += line;
  };
  write(createLog('info', { write: append }));
  return text;
}

// Put together here, so that no scanner takes the made-up tokens for real ones.
const tokens = [
  ['xoxb', '123456789012', '1234567890123', 'abcDEFghiJKLmnoPQRstuVWX'].join('-'),
  ['xapp', '1', 'A0123456789', '1234567890123', 'abcdef0123456789'].join('-'),
  ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.'),
];

describe('the log', () => {
  it.each(tokens)('never holds a token, wherever it stands (%#)', (token) => {
    const text = logged((log) => {
      log.error(
        { err: new Error(`refused: ${token}`), headers: { authorization: `Bearer ${token}` } },
        `with ${token}`,
      );
    });
    expect(text).not.toContain(token);
    expect(text).toContain('[token]');
  });

  it('keeps what looks nothing like a token', () => {
    expect(logged((log) => log.error({ reference: 'abcd1234' }, 'a command failed'))).toMatch(
      /abcd1234.*a command failed/,
    );
  });

  it('is one JSON object a line', () => {
    const lines = logged((log) => {
      log.info('one\ntwo');
      log.debug('not at this level');
    });
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).msg),
    ).toEqual(['one\ntwo']);
  });
});
