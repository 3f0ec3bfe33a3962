import { json, platform } from '@streamix/api/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAdmin } from '../titles/testing/renderAdmin';
import { Component as ImportPage } from './ImportPage';

const post = 'POST /catalog/admin/import';
const report = (part: object) => ({ dryRun: true, rows: 2, created: 1, updated: 0, unchanged: 0, failed: 1, stopped: null, problems: [{ row: 2, slug: 'tide', errors: { genres: ['must be one of drama'] } }], ...part });

function choose(name: string) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('there is no place for files');
  fireEvent.change(input, { target: { files: [new File(['kind,originalTitle'], name, { type: 'text/csv' })] } });
}

test('File_Chosen_IsTriedFirst_AndTakenOnlyWhenTold', async () => {
  const given = platform({ [post]: ({ query }) => json(report({ dryRun: query.get('dryRun') === 'true' })) });
  await renderAdmin(ImportPage, '/titles/import');
  await screen.findByText('Drop a file here, or choose one');
  choose('titles.csv');
  expect(await screen.findByText('must be one of drama')).toBeInTheDocument();
  expect(given.of(post).map(sent => [sent.query.get('dryRun'), sent.headers.get('Content-Type')])).toEqual([['true', 'text/csv']]);
  fireEvent.click(screen.getByRole('button', { name: 'Import the rows without faults' }));
  await screen.findByText('What has happened');
  expect(given.of(post).map(sent => sent.query.get('dryRun'))).toEqual(['true', 'false']);
});

test('File_ThatWouldChangeNothing_CannotBeTaken', async () => {
  platform({ [post]: json(report({ created: 0, stopped: "Nobody knows the column 'x'." })) });
  await renderAdmin(ImportPage, '/titles/import');
  await screen.findByText('Drop a file here, or choose one');
  choose('titles.csv');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Import the rows without faults' })).toBeDisabled());
  expect(screen.getByText(/Nobody knows the column/)).toBeInTheDocument();
});
