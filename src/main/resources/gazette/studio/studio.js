// What a page of the studio does beyond being read. Every page works without it.
//
// For pages: data-key="t" is clicked by that key; data-live="kind kind" is made anew on these events, all of <main> on
// `render`; data-rows or data-row are rows for j and k; data-search takes `/`; data-back takes Esc; data-fault is shown
// over the last good rendering; data-opens-first opens the first row as soon as there is one.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const visible = (element) => element.checkVisibility();
const ROWS = '[data-rows] li, [data-rows] tbody tr, [data-row], main tbody tr';
const LINK = 'a[href], button, summary';

// == Keys ==

const rows = () => [...new Set(all(ROWS).filter(visible)
  .map((row) => (row.matches(LINK) ? row : one('a[href]', row))).filter(Boolean))];

const step = (by) => {
  const there = rows();
  const now = there.findIndex((row) => row === document.activeElement);
  there[Math.max(0, Math.min(there.length - 1, now + by))]?.focus();
};

const back = () => {
  const link = one('[data-back], .back a, .crumbs a');
  if (link) {
    sessionStorage.setItem('row', location.pathname);
    link.click();
  }
};

const returned = () => {
  const path = sessionStorage.getItem('row');
  const row = path && rows().find((each) => each.pathname === path);
  if (row) {
    sessionStorage.removeItem('row');
    row.focus();
  }
};

const search = () => {
  const field = one('[data-search], main input[type="search"]');
  field ? (field.focus(), field.select()) : openPalette();
};

const click = (selector) => {
  const target = all(selector).find(visible);
  target?.click();
  return target !== undefined;
};

const keys = {
  '?': () => one('#keys').showModal(),
  '/': search,
  j: () => step(1),
  k: () => step(-1),
  Escape: back,
  n: () => click('a[rel="next"]'),
  p: () => click('a[rel="prev"]'),
  r: () => refresh('render'),
};

let goes = false;

const typing = (target) => target.closest('input:not([type="checkbox"], [type="radio"]), select, textarea') !== null;

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || one('dialog[open]')) return;
  if (typing(target)) {
    if (key === 'Escape') target.blur();
    return;
  }
  if (goes || key === 'g') {
    if (goes) click(`[data-go="${CSS.escape(key)}"]`);
    goes = !goes;
    return;
  }
  if (click(`[data-key="${CSS.escape(key)}"]`)) {
    event.preventDefault();
  } else if (/^[1-9]$/.test(key)) {
    all('main .tabs a').filter(visible)[key - 1]?.click();
  } else if (keys[key]) {
    event.preventDefault();
    keys[key]();
  }
});

// == Palette: everywhere that this page leads to ==

const palette = one('#palette');
const wanted = one('#wanted');
const found = one('#found');
let places = [];

const openPalette = () => {
  const seen = new Set();
  places = all('.rail a, .switch option, main a[href]')
    .map((place) => ({ place, text: (place.dataset.name ?? place.textContent).replace(/\s+/g, ' ').trim().slice(0, 90) }))
    .filter(({ place, text }) => {
      const key = text + (place.href ?? place.value);
      return text && !seen.has(key) && seen.add(key);
    });
  wanted.value = '';
  offer();
  palette.showModal();
};

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const offer = () => {
  const words = plain(wanted.value).split(/\s+/);
  const fits = places.filter(({ text }) => words.every((word) => plain(text).includes(word))).slice(0, 9);
  found.replaceChildren(...fits.map(({ place, text }, number) => {
    const item = document.createElement('li');
    item.role = 'option';
    item.id = `found-${number}`;
    item.textContent = text;
    item.onclick = () => follow(place);
    return item;
  }));
  mark(0);
};

const mark = (number) => {
  all('li', found).forEach((item, at) => item.setAttribute('aria-selected', at === number));
  wanted.setAttribute('aria-activedescendant', found.children[number]?.id ?? '');
};

const follow = (place) => {
  palette.close();
  if (place.href) {
    location.assign(place.href);
  } else {
    place.selected = true;
    place.closest('form').requestSubmit();
  }
};

wanted?.addEventListener('input', offer);
palette?.addEventListener('keydown', (event) => {
  const now = all('li', found).findIndex((item) => item.ariaSelected === 'true');
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) {
    event.preventDefault();
    mark(Math.max(0, Math.min(found.children.length - 1, now + by)));
  } else if (event.key === 'Enter') {
    event.preventDefault();
    found.children[now]?.click();
  }
});

// == Live ==

/** Makes `old` like `fresh`, node by node: what is the same stays, with its focus, scroll and text typed into it. */
const morph = (old, fresh) => {
  if (old.id === 'dropped') return; // what this page did, and no server knows
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || old.id !== fresh.id || old.dataset?.load) {
    old.replaceWith(fresh.cloneNode(true));
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !(name === 'open' && old.nodeName !== 'DIALOG')) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const before = [...old.childNodes].filter((node) => !node.classList?.contains('coming'));
  const after = [...fresh.childNodes];
  after.forEach((node, at) => (before[at] ? morph(before[at], node) : old.append(node.cloneNode(true))));
  before.slice(after.length).forEach((node) => node.remove());
};

/** Loads a mail frame anew beside the old one, to be laid in its place, scrolled to where the reader was, or dropped. */
const anew = (frame) => {
  const fresh = frame.cloneNode();
  const loaded = new Promise((done) => fresh.addEventListener('load', done, { once: true }));
  fresh.classList.add('coming');
  frame.after(fresh);
  return { frame, src: frame.src, loaded, fresh };
};

const settle = async ({ frame, src, loaded, fresh }) => {
  if (!frame.isConnected || frame.src !== src) return fresh.remove();
  await loaded;
  const { scrollX: x, scrollY: y } = frame.contentWindow;
  const focused = document.activeElement === frame;
  frame.remove();
  fresh.classList.remove('coming');
  fresh.contentWindow.scrollTo(x, y);
  if (focused) fresh.focus({ preventScroll: true });
};

/** A fault is laid over what was there before; it goes when the page is whole again. */
const fault = (page) => {
  const why = one('[data-fault], .fault', page);
  const main = one('#main');
  const shown = one('#overlay');
  if (!why || one('[data-fault], .fault', main)) {
    shown.replaceChildren();
    main.classList.remove('stale');
    return false;
  }
  shown.replaceChildren(why.cloneNode(true));
  main.classList.add('stale');
  return true;
};

let looking = null;
let again = new Set();

const refresh = async (kind) => {
  again.add(kind);
  if (looking) return;
  looking = true;
  while (again.size) {
    const kinds = again;
    again = new Set();
    await look(kinds);
  }
  looking = null;
};

const look = async (kinds) => {
  const parts = all('[data-live]').filter((part) => part.dataset.live.split(' ').some((kind) => kinds.has(kind)));
  const isWhole = kinds.has('render');
  if (!isWhole && !parts.length) return;
  const frames = isWhole ? all('iframe:not(.coming)').map(anew) : [];
  const text = await fetch(location.href).then((answer) => answer.text()).catch(() => '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (!one('#main', page) || fault(page)) {
    frames.forEach(({ fresh }) => fresh.remove());
    return;
  }
  const opens = one('[data-opens-first]');
  const { scrollX: x, scrollY: y } = window;
  if (isWhole) {
    for (const part of ['#main', '#notices', '.top', '.rail']) morph(one(part), one(part, page));
    frames.forEach(settle);
    document.title = page.title;
  } else {
    const fresh = all('[data-live]', page);
    all('[data-live]').forEach((part, at) => parts.includes(part) && fresh[at] && morph(part, fresh[at]));
  }
  scrollTo(x, y);
  count();
  if (opens && !one('[data-opens-first]')) rows()[0]?.click();
};

let stream = null;
let last = '';

const listen = () => {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource(`/events${last && `?last=${encodeURIComponent(last)}`}`);
  for (const kind of (document.body.dataset.events ?? '').split(' ')) {
    stream.addEventListener(kind, (event) => {
      last = event.lastEventId;
      refresh(kind === 'config.changed' ? 'render' : kind);
    });
  }
};

document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', (event) => event.persisted && listen());

// == A file dropped anywhere ==

const drop = one('#drop');
const carries = (event) => drop && event.dataTransfer?.types.includes('Files');

addEventListener('dragover', (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', (event) => event.relatedTarget ?? document.body.classList.remove('dropping'));
addEventListener('drop', async (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  document.body.classList.remove('dropping');
  const said = one('#dropped');
  const { kept, lost } = said.dataset;
  const lines = [];
  let look = 'good';
  for (const file of event.dataTransfer.files) {
    const refused = await put(file).catch(() => lost);
    lines.push(refused ? `${file.name} — ${refused}` : `${kept} ${file.name}`);
    if (refused) look = 'warn';
  }
  said.className = look;
  said.textContent = lines.join('\n');
});
/** Why a file is not kept; empty when it is. */
const put = async (file) => {
  const form = new FormData();
  form.append('file', file);
  const answer = await fetch(drop.action, { method: 'POST', body: form });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return answer.ok ? '' : one('main p', page)?.textContent ?? lost;
};
one('#drop input[type="file"]')?.addEventListener('change', () => drop.requestSubmit());

// == The top ==

one('.switch select')?.addEventListener('change', (event) => event.target.form.requestSubmit());

const count = () => all('[data-until]').forEach((place) => {
  const minutes = Math.max(0, Math.floor((Date.parse(place.dataset.until) - Date.now()) / 60000));
  const [unit, numbers] = minutes < 60 ? ['minutes', [minutes]]
    : minutes < 2880 ? ['hours', [Math.floor(minutes / 60), minutes % 60]] : ['days', [Math.floor(minutes / 1440)]];
  place.textContent = place.dataset[unit].replace(/\{(\d)\}/g, (whole, at) => numbers[at]);
});

setInterval(count, 20000);
all('dialog').forEach((dialog) => dialog.addEventListener('click', (event) => event.target === dialog && dialog.close()));
returned();
listen();
