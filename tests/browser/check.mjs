// The HTML report in a real browser: what is clicked, filtered, searched and typed does what it says; nothing is logged;
// nothing is asked of the network; hostile words run nothing; axe finds nothing to complain of, in light, dark and on a phone.
//
//     cargo build && npm ci --prefix tests/browser && node tests/browser/check.mjs [FOLDER-FOR-PICTURES]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.STORYDIFF ?? join(root, "target/debug/storydiff");
const work = mkdtempSync(join(tmpdir(), "storydiff-browser-"));
const pictures = process.argv[2];
if (pictures) mkdirSync(pictures, { recursive: true });

function report(name, articles) {
  return made(name, [...articles, "--judge", "fast"]);
}

function made(name, command) {
  const page = join(work, name);
  try {
    execFileSync(program, [...command, "--output", page]);
  } catch (error) {
    if (error.status !== 1) throw error; // 1: there are conflicts
  }
  return page;
}

const example = report("example.html", ["capital-wire.txt", "gulf-desk.txt", "weekly-review.md"].map((name) => join(root, "examples/kadhimi", name)));
const hostile = `<script>document.title = "run"</script> <img src=x onerror="document.title = 'run'"> "'> &lt;b&gt;`;
for (const [name, number] of [["a", "Six"], ["b", "Seven"]]) {
  writeFileSync(join(work, `${name}.txt`), `${hostile}\n\n${number} guards ${hostile} were hurt in the fire at the mill on Monday, <b>police</b> said.\n`);
}
const evil = report("evil.html", [join(work, "a.txt"), join(work, "b.txt"), "--label", hostile, "--label", "b"]);

const before = "# Fire at the mill\n\nSix guards were hurt in the fire at the mill on Monday, police said.\n\nA man is alleged to have set the fire.\n";
for (const name of ["story.md", "second.md", "same.md"]) {
  const after = name === "same.md" ? before : before.replace("Six", "Seven").replace("is alleged to have set", "set");
  for (const [folder, text] of [["old", before], ["new", after]]) {
    mkdirSync(join(work, folder), { recursive: true });
    writeFileSync(join(work, folder, name), text);
  }
}
const checked = made("checked.html", ["check", join(work, "old"), join(work, "new")]);
const evilCheck = made("evil-check.html", ["check", join(work, "a.txt"), join(work, "b.txt")]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) trouble.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, trouble, done: () => context.close() };
}

async function accessible(page, what) {
  // through the debugger, which the page's policy does not bind
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
  const said = found.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  assert.deepEqual(said, [], `${what}: axe`);
}

try {
  {
    const { page, trouble, done } = await open(example);
    const shown = () => page.locator(".finding:visible").count();
    const all = await shown();
    assert.ok(all > 10, "findings are shown");
    await page.getByRole("button", { name: "Only in one" }).click();
    const fewer = await shown();
    assert.equal(fewer, await page.locator(".finding:not(.unique)").count(), "a filter takes its findings away");
    assert.match(await page.locator("#shown").textContent(), new RegExp(`^${fewer} of ${all} shown$`));
    await page.getByRole("button", { name: "Only in one" }).click();
    await page.getByRole("searchbox").fill("guards");
    const found = await page.locator(".finding:visible").allTextContents();
    assert.ok(found.length > 0 && found.length < all && found.every((text) => text.toLowerCase().includes("guards")), "search finds words");
    await page.getByRole("searchbox").press("Escape");
    assert.equal(await shown(), all, "Escape ends the search");

    await page.keyboard.press("n");
    const first = await page.evaluate(() => document.activeElement.id);
    assert.equal(first, "F1", "n goes to the first conflict");
    assert.match(page.url(), /#F1$/, "the address names the finding");
    const columns = await page.locator(".claim.lit").evaluateAll((claims) => [...new Set(claims.map((claim) => claim.closest(".text").id))]);
    assert.ok(columns.length >= 2, "its claims light up in the columns");
    await page.keyboard.press("j");
    const next = await page.evaluate(() => document.activeElement.id);
    assert.equal(next, "F2");
    await page.keyboard.press("k");
    assert.equal(await page.evaluate(() => document.activeElement.id), "F1");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#help").isVisible(), "? shows the keys");
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#help").isVisible()));

    const claim = page.locator("#B .claim.conflict").first();
    await claim.hover();
    const [id] = (await claim.getAttribute("data-finding")).split(" ");
    assert.ok(await page.locator(`#${id}.lit`).count(), "hovering a claim lights its finding up");
    const others = page.locator(`#A .claim.lit[data-finding~="${id}"]`);
    assert.ok(await others.count(), "and its counterparts");
    const box = await others.first().boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 900, "which are scrolled into view");
    await claim.click();
    assert.match(page.url(), new RegExp(`#${id}$`), "a click goes to the finding");
    await accessible(page, "light");
    if (pictures) await page.screenshot({ path: join(pictures, "light.png") });
    assert.deepEqual(trouble, [], "nothing is logged and nothing asked for");
    await done();
  }
  {
    const { page, trouble, done } = await open(`${example}`, { colorScheme: "dark" });
    await accessible(page, "dark");
    if (pictures) await page.screenshot({ path: join(pictures, "dark.png") });
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    assert.ok(!(await page.locator(".tools").isVisible()), "print has no buttons");
    assert.deepEqual(trouble, []);
    await done();
  }
  {
    const { page, trouble, done } = await open(example, { viewport: { width: 390, height: 800 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `a phone need not scroll sideways (${wide})`);
    await accessible(page, "phone");
    if (pictures) await page.screenshot({ path: join(pictures, "phone.png") });
    assert.deepEqual(trouble, []);
    await done();
  }
  {
    const { page, done } = await open(example, { javaScriptEnabled: false });
    assert.ok(await page.locator("#F1").isVisible(), "findings are there without scripts");
    assert.ok(!(await page.locator(".tools").isVisible()), "and buttons that would do nothing are not");
    await page.locator("#F1 a.to").first().click();
    assert.match(page.url(), /#c-A/, "links lead to the articles");
    await done();
  }
  {
    const { page, trouble, done } = await open(evil);
    await page.waitForTimeout(200);
    assert.match(await page.title(), /^storydiff: <script>/, "no word of an article ran");
    assert.equal(await page.locator("img, b:has-text('police')").count(), 0, "or became markup");
    assert.ok(await page.getByText("were hurt in the fire").first().isVisible());
    assert.deepEqual(trouble, []);
    await done();
  }
  for (const [what, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["phone", { viewport: { width: 390, height: 800 } }]]) {
    const { page, trouble, done } = await open(checked, options);
    assert.equal(await page.locator("script").count(), 0, "a check needs no script");
    assert.equal(await page.locator(".finding").count(), 4);
    const both = page.locator("#S1 .both");
    assert.ok(!(await both.isVisible()), "texts of several stories are folded");
    await page.locator("#S1 summary").click();
    assert.deepEqual(await both.locator("del").allTextContents(), ["Six", "alleged to have"]);
    await both.locator("ins").first().click();
    assert.match(page.url(), /#S1-1$/, "a change leads to its finding");
    assert.match(await page.locator("#S1-1").textContent(), /number-changed/);
    await page.getByRole("link", { name: "story.md" }).click();
    assert.match(await page.locator(":target h2").textContent(), /story\.md$/, "stories are listed");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= page.viewportSize().width, `no sideways scrolling (${wide})`);
    await accessible(page, `check, ${what}`);
    if (pictures) await page.screenshot({ path: join(pictures, `check-${what}.png`), fullPage: true });
    assert.deepEqual(trouble, []);
    await done();
  }
  {
    const { page, trouble, done } = await open(evilCheck);
    assert.match(await page.title(), /^storydiff check: /, "no word of a revision ran");
    assert.equal(await page.locator("img, script, b").count(), 0, "or became markup");
    assert.ok(await page.getByText("were hurt in the fire").first().isVisible());
    assert.deepEqual(trouble, []);
    await done();
  }
  console.log("the pages do what they say");
} finally {
  await browser.close();
}
