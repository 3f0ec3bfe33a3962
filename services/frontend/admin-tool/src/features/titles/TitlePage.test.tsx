import { json, platform, problem } from '@streamix/api/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { id, titleFile, vocabulary } from './testing/titles';
import { renderAdmin } from './testing/renderAdmin';
import { Component as TitlePage } from './TitlePage';

const route = '/titles/:id';
const read = `GET /catalog/admin/titles/${id}`;
const put = `PUT /catalog/admin/titles/${id}`;
const words = { 'GET /catalog/vocabulary': json(vocabulary) };
const tagged = (tag: string, part = {}) => json(titleFile(part), 200, { ETag: tag });
const written = (text: string) => ({ ...titleFile().content, originalTitle: text });
const write = (text: string) => fireEvent.change(screen.getByLabelText(/^Original title/), { target: { value: text } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('details', () => {
  test('Change_Saved_NamesTheVersionItWasMadeOf', async () => {
    const given = platform({ ...words, [read]: tagged('"1"'), [put]: tagged('"2"', { revision: 2, content: written('The Ebb') }) });
    await renderAdmin(TitlePage, route, `/titles/${id}`);
    await screen.findByLabelText(/^Original title/);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    write('The Ebb');
    save();
    await screen.findByText('Everything is saved.');
    const [sent] = given.of(put);
    expect(sent?.headers.get('If-Match')).toBe('"1"');
    expect(sent?.body).toMatchObject({ originalTitle: 'The Ebb', credits: titleFile().content.credits });
  });

  test('Change_ThatIsWrong_IsToldWhileOneWrites_AndNotSent', async () => {
    const given = platform({ ...words, [read]: tagged('"1"') });
    await renderAdmin(TitlePage, route, `/titles/${id}`);
    fireEvent.change(await screen.findByLabelText(/^Running time/), { target: { value: '1:75' } });
    expect(screen.getByLabelText(/^Running time/)).toHaveAccessibleDescription(/such as 1:32:05/);
    save();
    expect(given.of(put)).toEqual([]);
  });

  test('Conflict_Overwritten_SendsMineOverTheNewestVersion', async () => {
    const theirs = { ...written('Theirs'), credits: [{ personId: 'p2', department: 'cast', character: null }] };
    const given = platform({
      ...words, [read]: [tagged('"1"'), tagged('"5"', { revision: 5, content: theirs })], [put]: [problem(412), tagged('"6"', { revision: 6, content: { ...theirs, originalTitle: 'Mine' } })],
    });
    await renderAdmin(TitlePage, route, `/titles/${id}`);
    await screen.findByLabelText(/^Original title/);
    write('Mine');
    save();
    fireEvent.click(await screen.findByRole('button', { name: 'Overwrite' }));
    await screen.findByText('Everything is saved.');
    const last = given.of(put)[1];
    expect(last?.headers.get('If-Match')).toBe('"5"');
    expect(last?.body).toMatchObject({ originalTitle: 'Mine', credits: theirs.credits });
  });

  test('Conflict_Reloaded_ShowsTheirs', async () => {
    platform({ ...words, [read]: [tagged('"1"'), tagged('"5"', { revision: 5, content: written('Theirs') })], [put]: problem(412) });
    await renderAdmin(TitlePage, route, `/titles/${id}`);
    await screen.findByLabelText(/^Original title/);
    write('Mine');
    save();
    fireEvent.click(await screen.findByRole('button', { name: 'Reload' }));
    await waitFor(() => expect(screen.getByLabelText(/^Original title/)).toHaveValue('Theirs'));
    expect(screen.queryByText('Somebody else has changed this')).not.toBeInTheDocument();
  });

  test('Leaving_WithUnsavedChanges_AsksFirst', async () => {
    platform({ ...words, [read]: tagged('"1"'), [`GET /catalog/admin/titles/${id}/revisions`]: json({ items: [], next: null }) });
    const { place } = await renderAdmin(TitlePage, route, `/titles/${id}`);
    await screen.findByLabelText(/^Original title/);
    write('The Ebb');
    fireEvent.click(screen.getByRole('link', { name: 'Titles' }));
    const asked = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
    expect(place()).toBe(`/titles/${id}`);
    fireEvent.click(within(asked).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(place()).toBe('/titles'));
  });
});

describe('publish', () => {
  const made = { audioLanguages: [], captionLanguages: [], duration: 60, markers: [], protected: false, quality: 'HD', renditions: [], surround: false };
  const rest = { ...words, [`GET /catalog/admin/titles/${id}/moves`]: json({ items: [], next: null }), 'GET /catalog/artwork': json([]) };

  test('Title_ThatLacksRatings_SaysSoAndCannotBePublished', async () => {
    platform({ ...rest, [read]: tagged('"1"', { state: 'ready', package: made, content: { ...titleFile().content, ratings: [] } }) });
    await renderAdmin(TitlePage, route, `/titles/${id}?tab=publish`);
    await screen.findByText('There is no age rating');
    expect(screen.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  });

  test('Title_Published_IsShownAsOpen', async () => {
    const publish = `POST /catalog/admin/titles/${id}/publish`;
    const given = platform({ ...rest, [read]: tagged('"1"', { state: 'ready', package: made }), [publish]: tagged('"2"', { revision: 2, state: 'published', package: made, publishedAt: '2026-02-01T00:00:00Z' }) });
    await renderAdmin(TitlePage, route, `/titles/${id}?tab=publish`);
    fireEvent.click(await screen.findByRole('button', { name: 'Publish now' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish now' }));
    await screen.findByRole('button', { name: 'Withdraw' });
    expect(given.of(publish).map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([['"1"', { reason: null }]]);
  });

  test('Title_WithdrawnWithoutAReason_IsNotWithdrawn', async () => {
    const given = platform({ ...rest, [read]: tagged('"1"', { state: 'published', package: made }) });
    await renderAdmin(TitlePage, route, `/titles/${id}?tab=publish`);
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.submit(dialog.querySelector('form') ?? dialog);
    await waitFor(() => expect(within(dialog).getByLabelText(/^Reason/)).toHaveAccessibleDescription('Fill this in.'));
    expect(given.sent.some(sent => sent.call.startsWith('POST'))).toBe(false);
  });
});

describe('media', () => {
  const asset = { id: 'a1', titleId: id, kind: 'movie', state: 'rejected', fileName: 'tide.mkv', bytes: 1000, protected: true, priority: 5, plays: false, code: 'no-video', reason: 'No stream is a picture.', markers: [], texts: [], progress: null, package: null, packagedAt: null, removedAt: null, uploadedAt: '2026-01-01T00:00:00Z', createdAt: '2026-01-01T00:00:00Z' };

  test('File_Rejected_SaysWhyInWords', async () => {
    platform({ ...words, [read]: tagged('"1"'), 'GET /catalog/assets': json({ items: [asset], next: null }) });
    await renderAdmin(TitlePage, route, `/titles/${id}?tab=media`);
    expect(await screen.findByText(/There is no picture in this file/)).toHaveTextContent('No stream is a picture.');
  });

  test('File_Transcoding_ShowsEachRendition', async () => {
    const progress = { at: '2026-01-01T00:00:00Z', fraction: 0.25, jobId: 'j', sequence: 1, stage: 'encoding', renditions: [{ name: '720p', fraction: 0.5 }] };
    platform({ ...words, [read]: tagged('"1"'), 'GET /catalog/assets': json({ items: [{ ...asset, state: 'transcoding', code: null, reason: null, progress }], next: null }) });
    await renderAdmin(TitlePage, route, `/titles/${id}?tab=media`);
    expect(await screen.findByRole('progressbar', { name: '720p' })).toHaveAttribute('aria-valuenow', '0.5');
    expect(screen.getByRole('progressbar', { name: 'Making renditions' })).toBeInTheDocument();
  });
});
