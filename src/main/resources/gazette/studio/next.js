// Parts of a page that take a moment are loaded after it; without this they are a link.

const load = async (place) => {
  place.dataset.loaded = 'yes';
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(place.dataset.load);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const part = page.querySelector('[data-part]');
    if (answer.ok && part) {
      place.querySelector('h2 ~ p')?.remove();
      place.append(...part.childNodes);
    }
  } catch {
    // the link stays
  }
  place.removeAttribute('aria-busy');
};

const loadAll = () => document.querySelectorAll('[data-load]:not([data-loaded])').forEach(load);

loadAll();
new MutationObserver(loadAll).observe(document.getElementById('main'), { childList: true, subtree: true });
