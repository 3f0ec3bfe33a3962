// Large files over bad lines: whatever interrupts them, they go on from the parts that arrived.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { before, describe, test } from 'node:test';
import { startBrowser, until } from '../graph.mjs';
import { stage } from '../stage.mjs';
import { large, mebibytes, partsOf, withFolder, writeFile } from './admin/files.mjs';
import { isContinued, Line, slow } from './admin/line.mjs';
import { colleague, enterTool, uploads } from './admin/staff.mjs';
import { press } from './admin/tool.mjs';
import { Uploading } from './admin/uploading.mjs';
import { Studio } from './studio.mjs';
import { visit, Visitor } from './visitor.mjs';

const medium = mebibytes(64);
const long = { timeout: 600_000 };
// Time enough to do something in the middle.
const seconds = 8;

describe('Admin uploads', { concurrency: 2 }, () => {
  let email, studio;
  before(async () => { [email, studio] = await Promise.all([colleague(stage, 'editor'), Studio.open(stage)]); }, { timeout: 120_000 });

  // A file, and a title for it.
  async function film(folder, bytes) {
    const title = `Upload ${randomUUID().slice(0, 8)}`;
    await studio.write('movie', title);
    const path = writeFile(folder, `${title.replace(' ', '-')}.mp4`, bytes);
    return { path, title, bytes, name: basename(path) };
  }

  const withUpload = (bytes, journey) => () => withFolder(folder => visit(stage, {}, async (page, visitor) => {
    const file = await film(folder, bytes);
    await enterTool(page, email, '/admin/uploads');
    const [line, brake] = [new Line(visitor.context), await slow(page, bytes / seconds)];
    const uploading = new Uploading(page);
    await uploading.start([file]);
    await journey({ page, visitor, folder, file, line, brake, uploading });
  }));

  test('Upload_ReloadedInTheMiddle_GoesOnFromThePartsThatArrived', long, withUpload(large, async ({ page, visitor, file, line, brake, uploading }) => {
    await line.hasArrived(2);
    const asked = new Promise(done => page.once('dialog', dialog => { dialog.accept().then(() => done(dialog.type())); }));
    await visitor.picture('admin-uploads');
    await page.reload();
    assert.equal(await asked, 'beforeunload', 'leaving is asked for');
    await uploading.reaches(file.name, 'absent');
    const arrived = new Set(line.arrived);
    line.sent.length = 0;
    await brake.end();
    await uploading.again(file.name, file.path);
    await uploading.reaches(file.name, 'completed', 300_000);
    isContinued(arrived, line, partsOf(file.bytes));
    await isWhole(page, file);
  }));

  test('Upload_BrowserKilledInTheMiddle_GoesOnInANewOne', long, () => withFolder(async folder => {
    const file = await film(folder, large);
    const browser = await startBrowser();
    const arrived = await beginsAndDies(browser, file);
    await visit(stage, {}, async (page, visitor) => {
      await enterTool(page, email, '/admin/uploads');
      const [line, uploading] = [new Line(visitor.context), new Uploading(page)];
      await uploading.reaches(file.name, 'absent');
      await uploading.again(file.name, file.path);
      await uploading.reaches(file.name, 'completed', 300_000);
      isContinued(arrived, line, partsOf(file.bytes));
      await isWhole(page, file);
    });
  }));

  test('Upload_AnotherFileAfterAReload_IsRefused', long, withUpload(medium, async ({ page, folder, file, line, brake, uploading }) => {
    await line.hasArrived(1);
    await page.reload();
    await uploading.reaches(file.name, 'absent');
    await brake.end();
    await uploading.again(file.name, writeFile(folder, 'longer.mp4', medium + 1));
    await uploading.refuses(uploads('otherSize', { file: file.name }));
    line.sent.length = 0;
    await uploading.again(file.name, writeFile(folder, 'impostor.mp4', medium));
    await uploading.reaches(file.name, 'failed');
    await uploading.row(file.name).getByText(uploads('failures.other-file')).waitFor();
    assert.deepEqual(line.sent, [], 'nothing of it is sent');
    await uploading.again(file.name, file.path);
    await uploading.reaches(file.name, 'completed', 120_000);
  }));

  test('Upload_PausedAndResumed_SendsNothingTwice', long, withUpload(medium, async ({ file, line, brake, uploading }) => {
    await line.hasArrived(1);
    await uploading.act(file.name, 'pauseFile');
    await uploading.reaches(file.name, 'paused');
    const arrived = new Set(line.arrived);
    line.sent.length = 0;
    await brake.end();
    await uploading.act(file.name, 'resumeFile');
    await uploading.reaches(file.name, 'completed', 120_000);
    isContinued(arrived, line, partsOf(file.bytes));
  }));

  test('Upload_ConnectionLost_GoesOnByItself', long, withUpload(large, async ({ visitor, file, line, brake, uploading }) => {
    await line.hasArrived(1);
    visitor.expectOffline();
    await brake.cut();
    await uploading.reaches(file.name, 'waiting');
    const arrived = new Set(line.arrived);
    line.sent.length = 0;
    await brake.end();
    await uploading.reaches(file.name, 'completed', 120_000);
    isContinued(arrived, line, partsOf(file.bytes));
  }));

  test('Upload_Cancelled_IsGone', long, withUpload(medium, async ({ page, file, line, uploading }) => {
    await line.hasArrived(1);
    await uploading.act(file.name, 'cancelFile');
    await press(page.getByRole('alertdialog', { name: uploads('cancelTitle') }), uploads('cancelUpload'));
    await uploading.row(file.name).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('row').filter({ hasText: file.name }).getByText(uploads('serverStates.aborted'), { exact: true }).waitFor();
  }));

  test('Uploads_SeveralAtOnce_AllComplete', long, () => withFolder(folder => visit(stage, {}, async page => {
    const files = await Promise.all([9, 10, 11].map(size => film(folder, mebibytes(size))));
    await enterTool(page, email, '/admin/uploads');
    const uploading = new Uploading(page);
    await uploading.start(files);
    for (const { name } of files) await uploading.reaches(name, 'completed', 120_000);
    for (const file of files) await isWhole(page, file);
  })));

  // Signs in there, sends a part of the file, and is killed like a process that hangs; the parts that had arrived.
  async function beginsAndDies(browser, file) {
    const visitor = await Visitor.arrive({ graph: stage.graph, browser });
    await enterTool(visitor.page, email, '/admin/uploads');
    const line = new Line(visitor.context);
    await slow(visitor.page, file.bytes / seconds);
    await new Uploading(visitor.page).start([file]);
    await line.hasArrived(2);
    const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
    process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
    await until(() => !browser.isConnected(), 'the browser is gone');
    return line.arrived;
  }
});

// As the catalog says, which compares the checksums of all parts.
const isWhole = (page, file) => page.getByRole('table', { name: uploads('past') }).getByRole('row').filter({ hasText: file.name }).getByText(uploads('serverStates.completed'), { exact: true }).waitFor();
