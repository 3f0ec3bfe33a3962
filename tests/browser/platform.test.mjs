import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture, until } from './graph.mjs';
import { stage } from './stage.mjs';

test('Dashboard_FullGraph_ShowsEveryResourceRunning', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1500, height: 1000 } });
  await page.goto(stage.graph.login);
  await page.getByText('infra-gateway').first().waitFor();
  await until(async () => (await page.getByText('Running', { exact: true }).count()) >= 8, 'eight resources are Running');
  await picture(page, 'dashboard-resources');

  const text = await page.locator('body').innerText();
  for (const name of ['postgres', 'cache', 'bus', 'mail', 'local-s3', 'prometheus', 'infra-migrator', 'sample-notes', 'infra-gateway'])
    assert.match(text, new RegExp(name), name);
  assert.doesNotMatch(text, /Failed to start|Unhealthy|Exited/);
  await page.close();
});

test('Dashboard_Graph_DrawsTheResources', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1500, height: 1000 } });
  await page.goto(stage.graph.login);
  await page.getByText('infra-gateway').first().waitFor();
  await page.getByRole('tab', { name: 'Graph' }).click();
  await until(async () => (await page.locator('svg .resource-group, svg g.resource, svg g').count()) > 8, 'the graph is drawn');
  await picture(page, 'dashboard-graph');
  await page.close();
});

test('TryItPage_OfTheGateway_ListsTheSample', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1300, height: 1000 } });
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(`${await stage.graph.address('infra-gateway')}/api/docs/`);
  await page.locator('.opblock').first().waitFor({ timeout: 120_000 });
  await picture(page, 'gateway-docs');

  // The document leaves out who did not answer in time: then one loads it anew.
  for (const [service, path] of [['auth-identity', '/api/v1/identity/passcodes/resend'], ['sample-notes', '/api/v1/notes']]) {
    const operation = page.locator(`.opblock-summary-path[data-path="${path}"]`).first();
    const listed = async () => {
      await page.getByPlaceholder('Filter by tag').fill(service);
      return operation.waitFor({ timeout: 5_000 }).then(() => true, () => page.reload().then(() => false));
    };
    await until(listed, `${service} is among the operations`, 120_000);
  }

  assert.deepEqual(errors, []);
  await page.close();
});

test('SignUp_FromTheBrowser_IsOneTraceThroughGatewayAccountIdentityAndMail', async () => {
  const site = await stage.browser.newPage({ viewport: { width: 1300, height: 1000 } });
  await site.goto(`${await stage.graph.address('infra-gateway')}/api/docs/`);
  const status = await site.evaluate(async () => (await fetch('/api/v1/account/registrations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      email: `trace-${crypto.randomUUID()}@example.org`, password: 'a trace through the whole house', displayName: 'Trace',
      locale: 'en-GB', country: 'GB', termsVersion: '2026-01', marketingConsent: false,
    }),
  })).status);
  assert.equal(status, 201);
  await site.close();

  const page = await stage.browser.newPage({ viewport: { width: 1500, height: 1200 } });
  await page.goto(stage.graph.login);
  await page.getByText('infra-gateway').first().waitFor();
  await page.goto(new URL('/traces', stage.graph.login).href);
  await page.getByText(/account\/registrations/).first().click({ timeout: 60_000 });
  await page.waitForURL(/\/traces\/detail\//);
  const passed = ['infra-gateway', 'users-account', 'auth-identity', 'comms-email'];
  await until(async () => {
    const text = await page.locator('body').innerText();
    return text.includes('Depth') && passed.every(name => text.includes(name));
  }, `the trace passes ${passed}`, 60_000);
  await picture(page, 'dashboard-trace');
  await page.close();
});
