'use strict';

// A reader's decisions on articles: what they are, how they are undone, kept in the browser and written.
function openDecisions(data, full) {
  const prefix = `lintas-review ${data.run} `;
  const readerKey = 'lintas-review reader';
  const store = openStore();
  const states = new Map(data.articles.map(article => [article.id, load(article)]));
  const history = [];

  function openStore() {
    try {
      localStorage.setItem(`${prefix}probe`, '');
      localStorage.removeItem(`${prefix}probe`);
      return localStorage;
    } catch {
      return null; // Blocked or full: decisions live as long as the page.
    }
  }

  /** Of an article: decisions by field and value, and when it was read as a whole. */
  function load(article) {
    try {
      const state = JSON.parse(store?.getItem(prefix + article.id) ?? 'null');
      return state?.decisions ? state : { decisions: {}, done: null };
    } catch {
      return { decisions: {}, done: null }; // Written by something else.
    }
  }

  function keep(key, value) {
    try {
      store?.setItem(key, value);
    } catch {
      full();
    }
  }

  const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
  const stateOf = article => states.get(article.id);
  const isDone = article => stateOf(article).done !== null;

  function put(article, state) {
    states.set(article.id, state);
    keep(prefix + article.id, JSON.stringify(state));
  }

  function change(article, edit) {
    const before = stateOf(article);
    const state = { decisions: { ...before.decisions }, done: before.done };
    edit(state);
    history.push({ article, before });
    put(article, state);
  }

  /** The grade that the corpus gives an article. */
  function labelled(article, topic) {
    return article.topics.find(label => label.topic === topic)?.grade ?? 'none';
  }

  /** The grade as decided; countries, copies and the article itself are right as long as nothing is decided. */
  function gradeOf(article, field, value) {
    const decision = stateOf(article).decisions[`${field} ${value}`];
    return decision?.grade ?? (field === 'topic' ? labelled(article, value) : 'main');
  }

  /** What takes a decision back leaves none: a country that is right after all, an added topic that is none. */
  function decide(article, field, value, grade) {
    const isNone = field === 'topic' ? grade === 'none' && labelled(article, value) === 'none' : grade !== 'none';
    change(article, state => {
      if (isNone) delete state.decisions[`${field} ${value}`];
      else state.decisions[`${field} ${value}`] = { grade, at: now() };
    });
  }

  const confirm = article => change(article, state => { state.done = now(); });

  function setArticle(article, isArticle) {
    change(article, state => {
      const at = now();
      if (isArticle) delete state.decisions['article '];
      else state.decisions['article '] = { grade: 'none', at };
      state.done = isArticle ? null : at;
    });
  }

  /** Takes the last change back; gives its article, or nothing. */
  function undo() {
    const last = history.pop();
    if (last) put(last.article, last.before);
    return last?.article;
  }

  /** Topics that the reader added. */
  function added(article) {
    return Object.keys(stateOf(article).decisions)
      .filter(key => key.startsWith('topic '))
      .map(key => key.slice('topic '.length))
      .filter(topic => labelled(article, topic) === 'none');
  }

  /** All decisions, one JSON object a line. A read article has none of the topics that it is not left with. */
  function lines(reader) {
    const out = [];
    for (const article of data.articles) {
      const { decisions, done } = stateOf(article);
      const add = (field, value, grade, at) =>
        out.push(`${JSON.stringify({ article_id: article.id, field, value, grade, reader, at })}\n`);
      const isNoArticle = 'article ' in decisions;
      for (const [key, { grade, at }] of Object.entries(decisions)) {
        const field = key.slice(0, key.indexOf(' '));
        if (!isNoArticle || field === 'article') add(field, key.slice(field.length + 1), grade, at);
      }
      if (done && !isNoArticle) {
        data.topics.map(topic => topic.id).filter(topic => !(`topic ${topic}` in decisions))
          .forEach(topic => add('topic', topic, labelled(article, topic), done));
      }
    }
    return out;
  }

  return {
    labelled, gradeOf, isDone, decide, confirm, setArticle, undo, added, lines,
    areKept: store !== null,
    canUndo: () => history.length > 0,
    reader: () => store?.getItem(readerKey) ?? '',
    setReader: name => keep(readerKey, name),
  };
}
