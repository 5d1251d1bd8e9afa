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

  document.querySelector('[data-focus]')?.focus();
  if (window.Blazor) Blazor.addEventListener('enhancedload', focusAfterNavigation);
})();
