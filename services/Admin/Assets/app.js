// What HTML cannot do alone. Every page works without it.
(() => {
  // A refused form: its summary is heard first. After paging or filtering: the number of hits. Else the page's name.
  const focusAfterNavigation = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    const target = document.querySelector('[data-focus]')
      ?? document.getElementById(hash || (location.search ? 'hits' : 'title'))
      ?? document.getElementById('title');
    target?.focus({ preventScroll: target.id === 'hits' });
  };

  // A link to a place on the page moves the focus, too; enhanced navigation only scrolls.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href*="#"]');
    if (!link || link.pathname !== location.pathname) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'center' });
  });

  // A second click while the first is on its way.
  document.addEventListener('submit', event => {
    if (event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

  customElements.define('run-progress', class extends HTMLElement {
    connectedCallback() {
      this.source = new EventSource(this.getAttribute('src'));
      this.source.addEventListener('run', event => {
        const news = JSON.parse(event.data);
        const text = this.querySelector('[data-text]');
        if (text.textContent !== news.text) text.textContent = news.text;
        if (news.ended) {
          this.source.close();
          location.reload();
        }
      });
    }

    disconnectedCallback() {
      this.source.close();
    }
  });

  // The queue by keyboard: off in fields, and off altogether where somebody wants it so.
  const keysAreOff = () => localStorage.getItem('kb-keys') === 'off';
  const focusField = selector => document.querySelector(`${selector} select, ${selector} input:not([type=hidden]), ${selector} textarea`)?.focus();
  const moveInList = by => {
    const links = [...document.querySelectorAll('[data-keys-list] tbody th a')];
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  const showKeys = () => {
    const help = document.getElementById('keys');
    if (!help) return;
    help.open = !help.open;
    help.querySelector('summary').focus();
  };
  const inList = { j: () => moveInList(1), k: () => moveInList(-1), '/': () => document.getElementById('q')?.focus(), '?': showKeys };
  const follow = key => document.querySelector(`a[data-key="${key}"]`)?.click();
  const leave = () => (document.querySelector('a[data-key="u"]') ?? document.querySelector('.kb-menu a[href$="needs"]'))?.click();
  const onNeed = {
    j: () => follow('j'), k: () => follow('k'), u: leave, '?': showKeys,
    a: () => focusField('#form-verify'), r: () => focusField('#form-return'), x: () => focusField('#form-reject'),
    s: () => focusField('#form-step'),
  };
  document.addEventListener('keydown', event => {
    if (keysAreOff() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
    const keys = document.querySelector('[data-keys-list]') ? inList : document.querySelector('[data-keys-decide]') ? onNeed : {};
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  const showKeysOff = () => document.querySelectorAll('[data-keys-off]').forEach(box => { box.checked = keysAreOff(); });
  document.addEventListener('change', event => {
    if (event.target.matches('[data-keys-off]')) localStorage.setItem('kb-keys', event.target.checked ? 'off' : 'on');
  });
  showKeysOff();
  if (window.Blazor) Blazor.addEventListener('enhancedload', showKeysOff);

  document.querySelector('[data-focus]')?.focus();
  if (window.Blazor) Blazor.addEventListener('enhancedload', focusAfterNavigation);
})();
