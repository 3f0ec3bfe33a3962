// What all pages of the tool have: fields, choices, questions, tables.
import { shared } from '../words.mjs';

const literally = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The button of a list to choose from is called by its value and then by its label.
export async function choose(page, label, option) {
  await page.getByRole('button', { name: new RegExp(`${literally(label)}$`) }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

// Types into a box and takes what it offers.
export async function pick(box, text, option = text) {
  await box.fill(text);
  await box.page().getByRole('option', { name: option }).first().click();
}

export const question = (page, title) => page.getByRole('alertdialog', { name: title, exact: true });

// Answers a question with yes: its last button.
export async function confirm(page, title, label = title) {
  const dialog = question(page, title);
  await dialog.getByRole('button', { name: label, exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

export const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

export const says = (page, text) => page.getByText(text, { exact: true }).first().waitFor();

export const told = (page, text) => page.getByRole('region', { name: shared('messages') }).getByText(text, { exact: true }).first().waitFor();

// A number counts when one leaves its field.
export async function writeNumber(within, label, number) {
  const field = within.getByRole('textbox', { name: label, exact: true });
  await field.fill(String(number));
  await field.press('Tab');
}

export const row = (page, table, text) => page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });

export async function openTab(page, name) {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
}

// What one chooses in the system's dialog after pressing the button.
export async function giveFile(button, ...files) {
  const [chooser] = await Promise.all([button.page().waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(files.length === 1 ? files[0] : files);
}

export const fileButton = (within, many = false) => within.getByRole('button', { name: shared(many ? 'chooseFiles' : 'chooseFile'), exact: true });

// Nothing of it is still on its way.
export async function isLoaded(page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('main [aria-busy=true], main span[aria-hidden=true][class*=skeleton]').length === 0);
}
