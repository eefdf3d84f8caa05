'use strict';

// The page on which a reader corrects labels. What comes from the corpus gets into it as text, never as markup.
(() => {
  const GRADES = ['main', 'mention', 'none'];
  const element = id => document.getElementById(id);
  const data = JSON.parse(element('data').textContent);
  const decisions = openDecisions(data, () => say('This browser has no room left: save now.', true));
  const { labelled, gradeOf, isDone } = decisions;
  let index = 0;
  let current = 0;
  let evidence = -1;
  let rows = [];
  let unsaved = false;

  // ---- what is shown

  const article = () => data.articles[index];
  const topicName = id => data.topics.find(topic => topic.id === id)?.name ?? id;
  const countryName = code => data.countries[code] ?? code;
  const { make, link, isAddress, inForeign, fill: fillOf } = articleParts(topicName, countryName);
  const fill = (target, text, field) => fillOf(target, text, field, article());

  /** Tells what was done; on small screens for a while, or until the next message where it must be read. */
  function say(message, stays = false) {
    element('status').replaceChildren(...(message ? [make('span', { class: stays ? 'stays' : '' }, message)] : []));
  }

  function button(content, pressed, action, attributes) {
    const made = make('button', { type: 'button', 'aria-pressed': pressed, ...attributes }, ...content);
    made.addEventListener('click', event => {
      action();
      // A click leaves the keys to the article; a key pressed on a button leaves them to the button.
      if (event.detail > 0) element('main').focus({ preventScroll: true });
    });
    return made;
  }

  function topicRow(id) {
    const label = article().topics.find(one => one.topic === id);
    const terms = [...new Set((label?.evidence ?? []).map(span => span.term).filter(Boolean))].slice(0, 6);
    const about = label
      ? make('span', { class: 'note' }, `${label.grade} ${label.score.toFixed(2)}`)
      : make('span', { class: 'note' }, 'added');
    const words = make('span', { class: 'terms' });
    terms.forEach((term, i) => words.append(i > 0 ? ' · ' : '', make('bdi', inForeign(article()), term)));
    return { field: 'topic', value: id, name: topicName(id), about: make('p', {}, about, words), choices: GRADES };
  }

  /** The labels of an article, in the order in which keys go through them. */
  function labelRows() {
    const topics = [...article().topics.map(label => label.topic), ...decisions.added(article())].map(topicRow);
    const countries = article().countries.map(({ country, mentions }) => ({
      field: 'country', value: country, name: countryName(country), about: mentions > 1 ? ` ${mentions}×` : '', choices: ['none'],
    }));
    const copies = article().shown.map(copy => ({
      field: 'duplicate', value: copy.id, name: copy.outlet ?? 'no outlet', choices: ['none'],
      about: make('p', {}, make('span', { class: 'note' }, `${copy.relation} ${copy.similarity.toFixed(2)} `),
        make('bdi', { class: 'address' }, link(copy.url, copy.url ?? 'no address'))),
    }));
    return [...topics, ...countries, ...copies];
  }

  function rowElement(row, i) {
    const grade = gradeOf(article(), row.field, row.value);
    const before = row.field === 'topic' ? labelled(article(), row.value) : 'main';
    const choose = (choice, isOn) => () => {
      current = i;
      set(row, row.field !== 'topic' && isOn ? 'main' : choice);
    };
    const choices = row.choices.map(choice => button(
      row.field === 'country' ? [row.name, make('span', { class: 'note' }, row.about), ' ✕'] : row.field === 'topic' ? [choice] : ['wrong'],
      grade === choice,
      choose(choice, grade === choice),
      { 'aria-label': `${row.name}: ${row.field === 'topic' ? choice : 'wrong'}`, 'data-grade': choice },
    ));
    const parts = row.field === 'country' ? choices
      : [make('bdi', { class: 'name' }, row.name), make('span', { class: 'choices' }, ...choices), row.about];
    const classes = ['row', row.field, grade === 'none' ? 'off' : '', grade === before ? '' : 'changed'].filter(Boolean);
    row.element = make('div', { class: classes.join(' '), role: 'group', 'aria-label': row.name }, ...parts);
    return row.element;
  }

  function group(id, heading, field, empty) {
    const own = rows.map((row, i) => [row, i]).filter(([row]) => row.field === field);
    const target = element(id);
    target.replaceChildren();
    if (own.length > 0 || empty) target.append(make('h3', {}, heading));
    target.append(...(own.length > 0 ? own.map(([row, i]) => rowElement(row, i)) : empty ? [make('p', { class: 'note' }, empty)] : []));
  }

  function drawLabels() {
    rows = labelRows();
    current = Math.min(current, Math.max(0, rows.length - 1));
    group('topics', 'Topics', 'topic', 'No topic');
    group('countries', 'Countries named: press those that are wrong', 'country', '');
    const hidden = article().copies - article().shown.length;
    group('copies', `Copies${hidden > 0 ? `, ${article().shown.length} of ${article().copies}` : ''}`, 'duplicate', '');
    const options = data.topics.filter(topic => !rows.some(row => row.field === 'topic' && row.value === topic.id));
    element('topic').replaceChildren(make('option', { value: '' }, 'Add a topic …'),
      ...options.map(topic => make('option', { value: topic.id, title: topic.definition }, topic.name)));
    const isNoArticle = gradeOf(article(), 'article', '') === 'none';
    element('no-article').setAttribute('aria-pressed', isNoArticle);
    element('labels').classList.toggle('off', isNoArticle);
    drawCurrent();
    drawProgress();
  }

  /** Outlines the label that keys go to, and shows its evidence strongest. */
  function drawCurrent() {
    const row = rows[current];
    rows.forEach((one, i) => one.element.classList.toggle('current', i === current));
    const topic = row?.field === 'topic' ? article().topics.findIndex(label => label.topic === row.value) : -1;
    for (const made of document.querySelectorAll('mark')) {
      made.classList.toggle('other', topic >= 0 && !made.dataset.topics.split(' ').includes(String(topic)));
    }
    for (const made of document.querySelectorAll('.flag')) {
      made.classList.toggle('now', row?.field === 'country' && row.value === made.dataset.country);
      made.classList.toggle('off', gradeOf(article(), 'country', made.dataset.country) === 'none');
    }
  }

  function drawProgress() {
    const all = data.articles.filter(isOfLanguage);
    const read = all.filter(isDone).length;
    element('count').textContent = `${read} of ${all.length} read`;
    element('bar').max = Math.max(1, all.length);
    element('bar').value = read;
    element('undo').disabled = !decisions.canUndo();
    const state = element('state');
    state.textContent = gradeOf(article(), 'article', '') === 'none' ? 'not an article' : isDone(article()) ? 'read' : 'not yet read';
    state.classList.toggle('done', isDone(article()));
  }

  function draw() {
    const { title, text, hidden, url, outlet, day, language, genre, incident, subjects, places } = article();
    const facts = [`${index + 1}/${data.articles.length}`, data.languages[language] ?? language, outlet, day, genre].filter(Boolean);
    element('facts').replaceChildren(make('span', { id: 'state' }));
    facts.forEach(fact => element('facts').append(' · ', make('bdi', {}, fact)));
    const heading = element('title');
    heading.setAttribute('lang', title === null ? 'en' : language);
    heading.setAttribute('dir', 'auto');
    fill(heading, title ?? 'No headline', title === null ? 'none' : 'title');
    if (isAddress(url)) element('facts').append(' · ', link(url, 'open'));
    drawGloss(language, [...subjects.map(subject => subject.replaceAll('_', ' ')), ...places], incident);
    Object.entries(inForeign(article())).forEach(([name, value]) => element('text').setAttribute(name, value));
    fill(element('text'), text, 'text');
    element('rest').textContent = hidden > 0 ? `… ${hidden.toLocaleString('en')} more characters are not shown.`
      : text === '' ? 'The corpus holds no text of it.' : '';
    drawLabels();
  }

  function drawGloss(language, words, incident) {
    const gloss = element('gloss');
    gloss.replaceChildren();
    if (language !== 'en' && words.length > 0) gloss.append(make('p', {}, make('b', {}, 'In English: '), words.join(' · ')));
    if (incident?.title && (incident.articles > 1 || incident.title !== article().title)) {
      gloss.append(make('p', {}, make('b', {}, 'Incident: '), make('bdi', inForeign(incident), incident.title),
        ` (${incident.articles} article${incident.articles === 1 ? '' : 's'})`));
    }
  }

  // ---- what the reader does

  const isOfLanguage = one => element('language').value === '' || one.language === element('language').value;
  const isListed = one => isOfLanguage(one) && (element('filter').value === 'all' || !isDone(one));

  function show(to, scrolls = true) {
    index = to;
    current = Math.max(0, article().topics.findIndex(label => label.topic === article().asked));
    evidence = -1;
    draw();
    element('labels').scrollTop = 0;
    if (scrolls) element('main').scrollIntoView();
    element('main').focus({ preventScroll: true });
  }

  /** Goes to the nearest article in a direction that fulfils a condition; past the end it goes on from the other one if it may wrap. */
  function go(step, wanted, wraps) {
    const count = data.articles.length;
    for (let i = 1; i < count; i++) {
      const to = index + step * i;
      if (!wraps && (to < 0 || to >= count)) break;
      const at = (to + count) % count;
      if (wanted(data.articles[at])) {
        show(at);
        return true;
      }
    }
    return false;
  }

  function move(step) {
    say(go(step, isListed, false) ? '' : step > 0 ? 'This is the last article.' : 'This is the first article.');
  }

  function nextUnread() {
    if (go(1, one => isOfLanguage(one) && !isDone(one), true)) {
      say('');
    } else {
      drawLabels();
      window.scrollTo(0, 0); // To the button that saves.
      say('All are read: save your corrections.', true);
    }
  }

  function confirm() {
    if (!isDone(article())) {
      decisions.confirm(article());
      unsaved = true;
    }
    nextUnread();
  }

  function noArticle() {
    const isArticle = gradeOf(article(), 'article', '') !== 'none';
    decisions.setArticle(article(), !isArticle);
    unsaved = true;
    if (isArticle) nextUnread();
    else drawLabels();
  }

  function set(row, grade) {
    decisions.decide(article(), row.field, row.value, grade);
    unsaved = true;
    drawLabels();
    say(`${row.name}: ${row.field === 'topic' ? grade : grade === 'none' ? 'wrong' : 'right'}`);
  }

  /** A key's grade for the outlined label; then the next one is outlined. */
  function grade(choice) {
    const row = rows[current];
    if (!row || (row.field !== 'topic' && choice === 'mention')) return;
    set(row, choice);
    outline(1);
  }

  function outline(step) {
    if (rows.length === 0) return;
    current = (current + step + rows.length) % rows.length;
    drawCurrent();
    rows[current].element.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls to the next evidence in the text for the outlined topic, after the last one to the first. */
  function nextEvidence() {
    const marks = [...document.querySelectorAll('#text mark:not(.other)')];
    if (marks.length === 0) return;
    marks.forEach(made => made.classList.remove('here'));
    evidence = (evidence + 1) % marks.length;
    marks[evidence].classList.add('here');
    marks[evidence].scrollIntoView({ block: 'center' });
  }

  function add(choice) {
    const id = element('topic').value;
    if (id === '') {
      element('topic').focus();
      return;
    }
    set({ field: 'topic', value: id, name: topicName(id) }, choice);
    element('main').focus({ preventScroll: true });
  }

  function undo() {
    const undone = decisions.undo();
    if (!undone) {
      say('There is nothing to undo.');
      return;
    }
    unsaved = true;
    show(data.articles.indexOf(undone));
    say('Undone.');
  }

  function save() {
    if (element('reader').value.trim() === '') {
      say('Give your name first: it stands in each line.');
      element('reader').focus();
      return;
    }
    const saved = decisions.lines(element('reader').value.trim());
    const url = URL.createObjectURL(new Blob(saved, { type: 'application/x-ndjson' }));
    make('a', { href: url, download: 'corrections.jsonl' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    unsaved = false;
    say(`${saved.length} decision${saved.length === 1 ? '' : 's'} in corrections.jsonl.`);
  }

  const help = () => element('help').open ? element('help').close() : element('help').showModal();

  const KEYS = {
    Enter: confirm, 1: () => grade('main'), 2: () => grade('mention'), 3: () => grade('none'),
    t: () => outline(1), r: () => outline(-1), e: nextEvidence, a: () => element('topic').focus(), x: noArticle,
    j: () => move(1), ArrowRight: () => move(1), k: () => move(-1), ArrowLeft: () => move(-1), u: undo, s: save, '?': help,
  };

  /** What a key is called; by its place where the layout has other letters or digits there, as Thai ones have. */
  function keyName({ key, code }) {
    const [, place] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
    const name = key.length === 1 && !(key in KEYS) && !/[a-z]/i.test(key) ? place ?? key : key;
    return name.length === 1 ? name.toLowerCase() : name;
  }

  document.addEventListener('keydown', event => {
    const at = event.target;
    const isWritten = at.matches('input, select');
    const isPressed = event.key === 'Enter' && at.matches('button, a, summary');
    if (isWritten && (event.key === 'Enter' || event.key === 'Escape')) element('main').focus({ preventScroll: true });
    if (event.ctrlKey || event.metaKey || event.altKey || isWritten || isPressed || event.repeat) return;
    if (element('help').open && event.key !== '?') return;
    const action = KEYS[keyName(event)];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  element('topic').addEventListener('keydown', event => {
    const choice = { Enter: 'main', 1: 'main', 2: 'mention' }[keyName(event)];
    if (choice && event.target.value !== '') {
      event.preventDefault();
      event.stopPropagation();
      add(choice);
    }
  });

  const actions = { previous: () => move(-1), next: () => move(1), undo, confirm, 'no-article': noArticle, save, keys: help, close: help,
    'add-main': () => add('main'), 'add-mention': () => add('mention') };
  Object.entries(actions).forEach(([id, action]) => element(id).addEventListener('click', action));

  element('reader').addEventListener('input', () => decisions.setReader(element('reader').value));
  for (const id of ['filter', 'language']) {
    element(id).addEventListener('change', () => {
      if (!isListed(article()) && !go(1, isListed, true)) say('There are none.');
      drawProgress();
    });
  }
  window.addEventListener('beforeunload', event => unsaved && !decisions.areKept && event.preventDefault());

  // ---- the start

  element('corpus').textContent = data.corpus;
  element('reader').value = decisions.reader();
  const counts = new Map();
  data.articles.forEach(one => counts.set(one.language, (counts.get(one.language) ?? 0) + 1));
  element('language').append(make('option', { value: '' }, 'all languages'), ...[...counts].map(([code, count]) =>
    make('option', { value: code }, `${data.languages[code] ?? code} (${count})`)));
  element('language').hidden = counts.size < 2;
  element('definitions').append(...data.topics.map(topic =>
    make('div', {}, make('dt', {}, topic.name), make('dd', {}, topic.definition))));
  show(Math.max(0, data.articles.findIndex(one => !isDone(one))), false);
  if (!decisions.areKept) say('This browser keeps no decisions: save before you close the page.', true);
})();
