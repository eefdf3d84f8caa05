'use strict';

// The page that searches a corpus. What is asked stands in the address, so that back, reload and bookmarks work.
(() => {
  const NAMES = ['words', 'topic', 'grade', 'country', 'place', 'outlet', 'language', 'from', 'to'];
  const element = id => document.getElementById(id);
  const data = JSON.parse(element('data').textContent);
  const named = choices => new Map(choices.map(({ code, name }) => [code, name]));
  const topics = named(data.topics);
  const countries = named(data.countries);
  const languages = named(data.languages);
  const { make, link, inForeign, fill } = articleParts(id => topics.get(id) ?? id, code => countries.get(code) ?? code);
  const number = value => value.toLocaleString('en');
  const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  let listed = null;
  let read = null;
  let search = new AbortController();

  // ---- what is asked

  const address = () => new URLSearchParams(location.search);

  /** The conditions of an address that are given. */
  function selectionOf(values) {
    return new URLSearchParams(NAMES.map(name => [name, (values.get(name) ?? '').trim()]).filter(([, value]) => value !== ''));
  }

  function pageOf(values) {
    return Math.max(1, Math.trunc(Number(values.get('page'))) || 1);
  }

  function placeOf(selection, page, article) {
    const values = new URLSearchParams(selection);
    if (page > 1) values.set('page', page);
    if (article) values.set('article', article);
    return `?${values}`;
  }

  function go(place) {
    history.pushState(null, '', place);
    show();
  }

  /** A link within the page: it can be opened in another tab as well. */
  function inner(place, attributes, ...children) {
    const made = make('a', { href: place, ...attributes }, ...children);
    made.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(place);
    });
    return made;
  }

  async function ask(what, values, signal) {
    const response = await fetch(`${what}?${values}`, { signal, cache: 'no-store' });
    return response.ok ? response.json() : { problem: `no answer (${response.status})` };
  }

  /** An answer; a server that has ended, and a question that was given up, give none. */
  async function answer(what, values, signal) {
    try {
      return await ask(what, values, signal);
    } catch (error) {
      return signal?.aborted ? null : { problem: 'The server does not answer: it may have ended.' };
    }
  }

  // ---- the list

  function say(message, isBusy = false) {
    element('status').textContent = message;
    element('results').setAttribute('aria-busy', isBusy);
  }

  const nothing = { topics: [], countries: [] };

  function row(one, selection, page) {
    const title = make('a');
    const opened = inner(placeOf(selection, page, one.id), one.title === undefined ? { lang: 'en' } : inForeign(one));
    fill(title, one.title ?? 'No headline', 'none', nothing, one.title === undefined ? [] : one.found);
    opened.append(...title.childNodes);
    const facts = [one.day ?? 'no date', one.outlet, languages.get(one.language) ?? one.language,
      one.copies > 0 ? (one.copies === 1 ? '1 copy' : `${number(one.copies)} copies`) : '',
      ...one.topics.map(topic => topics.get(topic) ?? topic)].filter(Boolean);
    const about = make('p', { class: 'note' });
    facts.forEach((fact, i) => about.append(i > 0 ? ' · ' : '', make('bdi', {}, fact)));
    const excerpt = make('p', { class: 'excerpt', ...inForeign(one) });
    fill(excerpt, one.excerpt.text, 'none', nothing, one.excerpt.found);
    if (one.excerpt.cut) excerpt.prepend('…');
    if (one.excerpt.goesOn) excerpt.append('…');
    const made = make('li', {}, make('h3', {}, opened), about, excerpt);
    made.dataset.id = one.id;
    return made;
  }

  async function list(selection, page) {
    search.abort();
    search = new AbortController();
    const { signal } = search;
    say('Searching …', true);
    const found = await answer('search', placeOf(selection, page).slice(1), signal);
    if (found === null) return;
    const articles = found.articles ?? [];
    element('list').replaceChildren(...articles.map(one => row(one, selection, page)));
    element('list').setAttribute('start', (page - 1) * 25 + 1);
    drawPages(selection, page, found.more);
    drawExport(selection, articles.length > 0);
    drawCurrent();
    if (found.problem) {
      say(capital(found.problem));
    } else if (page === 1 && !found.more) {
      say(articles.length === 0 ? 'No article fits.' : `${plural(articles.length, 'article')}, newest first.`);
    } else {
      const total = selection.size === 0 ? { count: data.articles } : (say('Counting …'), await answer('count', selection, signal));
      if (total !== null) say(total.problem ? 'Newest first; too many to count.' : `${plural(total.count, 'article')}, newest first; page ${number(page)}.`);
    }
  }

  const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

  function drawPages(selection, page, more) {
    element('pages').replaceChildren();
    if (page > 1) element('pages').append(inner(placeOf(selection, page - 1), { rel: 'prev' }, '← Newer'));
    if (more) element('pages').append(inner(placeOf(selection, page + 1), { rel: 'next' }, 'Older →'));
  }

  function drawExport(selection, some) {
    element('export').hidden = !some;
    element('csv').href = `export.csv?${selection}`;
    element('xlsx').href = `export.xlsx?${selection}`;
    drawSql();
  }

  async function drawSql() {
    element('copied').textContent = '';
    if (!element('sql').open) return;
    const { sql, problem } = await answer('sql', selectionOf(address()));
    element('statement').textContent = sql ?? problem;
  }

  function drawCurrent() {
    for (const item of element('list').children) item.classList.toggle('current', item.dataset.id === read);
  }

  // ---- an article

  async function open(id, selection) {
    const values = new URLSearchParams(selection);
    values.set('article', id);
    const article = await answer('article', values);
    if (read !== id) return;
    element('article').hidden = false;
    drawArticle(article.problem ? { ...nothing, language: 'en', title: capital(article.problem), text: '', hidden: 0, shown: [] } : article);
    element('article').focus({ preventScroll: true });
    const { top } = element('article').getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) element('article').scrollIntoView({ block: 'start' });
    element('article').scrollTop = 0;
  }

  function drawArticle(article) {
    const { title, text, hidden, url, outlet, day, language, genre } = article;
    const facts = [article.id ? day ?? 'no date' : '', outlet, article.id ? languages.get(language) ?? language : '', genre].filter(Boolean);
    element('facts').replaceChildren();
    facts.forEach((fact, i) => element('facts').append(i > 0 ? ' · ' : '', make('bdi', {}, fact)));
    const away = url ? link(url, 'open at the outlet') : '';
    if (away instanceof Element) element('facts').append(' · ', away);
    const heading = element('title');
    heading.setAttribute('lang', title === null ? 'en' : language);
    heading.setAttribute('dir', 'auto');
    fill(heading, title ?? 'No headline', title === null ? 'none' : 'title', article, title === null ? [] : article.foundInTitle);
    drawLabels(article);
    Object.entries(inForeign(article)).forEach(([name, value]) => element('text').setAttribute(name, value));
    fill(element('text'), text, 'text', article, article.foundInText);
    element('rest').textContent = hidden > 0 ? `… ${number(hidden)} more characters are not shown.`
      : text === '' && article.id ? 'The corpus holds no text of it.' : '';
    drawCopies(article);
    drawIncident(article);
    document.title = `${title ?? 'No headline'} – ${data.corpus}`;
  }

  function drawLabels(article) {
    const rows = article.topics.map(({ topic, grade, score, evidence }) => {
      const terms = [...new Set(evidence.map(span => span.term).filter(Boolean))].slice(0, 6);
      const words = make('span', { class: 'terms' });
      terms.forEach((term, i) => words.append(i > 0 ? ' · ' : '', make('bdi', inForeign(article), term)));
      return make('div', {}, make('dt', {}, topics.get(topic) ?? topic), make('dd', {}, `${grade} ${score.toFixed(2)} `, words));
    });
    const about = (heading, values) => {
      if (values.length > 0) rows.push(make('div', {}, make('dt', {}, heading), make('dd', {}, values.join(' · '))));
    };
    about('Countries', article.countries.map(({ country }) => countries.get(country) ?? country));
    about('Places', article.places ?? []);
    about('Counted', (article.subjects ?? []).map(subject => subject.replaceAll('_', ' ')));
    element('labels').replaceChildren(...(rows.length > 0 ? [make('dl', {}, ...rows)] : []));
  }

  function drawCopies({ copies, shown, language }) {
    element('copies').replaceChildren();
    if (shown.length === 0) return;
    const rows = shown.map(copy => make('li', {}, make('bdi', {}, copy.outlet ?? 'no outlet'), ' ',
      make('span', { class: 'note' }, `${copy.relation} ${copy.similarity.toFixed(2)} `),
      make('bdi', { class: 'address' }, link(copy.url, copy.url ?? 'no address'))));
    element('copies').append(make('h3', {}, copies > shown.length ? `Copies, ${shown.length} of ${number(copies)}` : 'Copies'), make('ul', {}, ...rows));
  }

  function drawIncident({ id, incident }) {
    element('incident').replaceChildren();
    if (!incident) return;
    const place = incident.town?.endsWith(incident.place) ? null : incident.place;
    const where = [incident.day, incident.town, place, countries.get(incident.country) ?? incident.country].filter(Boolean);
    const members = incident.members ?? [];
    const rows = members.map(one => {
      const title = make('bdi', one.title === null ? { lang: 'en' } : inForeign(one), one.title ?? 'No headline');
      const about = [one.day, one.outlet, languages.get(one.language) ?? one.language, one.role].filter(Boolean).join(' · ');
      return make('li', {}, one.id === id ? make('span', { 'aria-current': 'true' }, title) : inner(placeOf(selectionOf(address()), pageOf(address()), one.id), {}, title),
        ' ', make('bdi', { class: 'note' }, one.id === id ? `${about} · this article` : about));
    });
    element('incident').append(
      make('h3', {}, 'Incident'),
      make('p', {}, make('bdi', inForeign(incident), incident.title ?? 'No headline'), ' ', make('span', { class: 'note' }, where.join(' · '))),
      make('ul', {}, ...rows));
  }

  // ---- the address

  function show() {
    const values = address();
    const selection = selectionOf(values);
    const page = pageOf(values);
    const id = values.get('article');
    NAMES.forEach(name => { element(name).value = selection.get(name) ?? ''; });
    document.title = [selection.get('words'), data.corpus].filter(Boolean).join(' – ');
    const isArticleNew = id !== read;
    const before = read;
    read = id;
    if (listed !== placeOf(selection, page)) {
      listed = placeOf(selection, page);
      list(selection, page);
    }
    document.body.classList.toggle('reads', id !== null);
    element('article').hidden = id === null;
    drawCurrent();
    if (id !== null && isArticleNew) {
      open(id, selection);
    } else if (id === null && before !== null) {
      [...element('list').children].find(item => item.dataset.id === before)?.querySelector('a').focus();
    }
  }

  const close = () => go(placeOf(selectionOf(address()), pageOf(address())));

  element('form').addEventListener('submit', event => {
    event.preventDefault();
    listed = null;
    go(placeOf(selectionOf(new FormData(element('form'))), 1));
  });
  element('clear').addEventListener('click', () => {
    go('?');
    element('words').focus();
  });
  element('close').addEventListener('click', close);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && read !== null && !event.target.matches('input, select')) close();
  });
  element('sql').addEventListener('toggle', drawSql);
  element('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(element('statement').textContent);
      element('copied').textContent = 'Copied.';
    } catch (error) {
      getSelection().selectAllChildren(element('statement'));
      element('copied').textContent = 'Selected: copy it with the keyboard.';
    }
  });
  window.addEventListener('popstate', show);

  // ---- the start

  const option = ({ code, name, articles }) => make('option', { value: code }, `${name} (${number(articles)})`);
  const suggestion = ({ code, name, articles }) => make('option', { value: code }, [name, number(articles)].filter(Boolean).join(', '));
  for (const [id, choices] of [['topic', data.topics], ['country', data.countries], ['language', data.languages]]) {
    element(id).append(...choices.map(option));
  }
  element('places').append(...data.places.map(suggestion));
  element('outlets').append(...data.outlets.map(suggestion));
  element('corpus').textContent = data.corpus;
  element('about').textContent = [plural(data.articles, 'article'), data.first ? `${data.first} to ${data.last}` : ''].filter(Boolean).join(', ');
  element('command').textContent = `lintas sql --corpus='${data.folder.replaceAll("'", "'\\''")}' -f selection.sql`;
  show();
})();
