'use strict';

// What pages have in common that show articles: what comes from the corpus gets into them as text, never as markup.
function articleParts(topicName, countryName) {
  const inForeign = of => ({ lang: of.language, dir: 'auto' });
  const isAddress = url => /^https?:\/\//i.test(url ?? '');

  function make(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function link(url, text) {
    return isAddress(url) ? make('a', { href: url, target: '_blank', rel: 'noreferrer noopener nofollow' }, text) : text;
  }

  /**
   * Fills an element with a title or text of an article, its evidence and what else was found in it marked. Offsets are code points, of which a
   * string has pairs of units.
   */
  function fill(target, text, field, article, found = []) {
    const points = Array.from(text);
    const evidence = article.topics.flatMap((label, topic) => (label.evidence ?? []).map(span => ({ ...span, topic })));
    const spans = [...evidence.filter(span => span.field === field), ...found.map(span => ({ ...span, kind: 'found' }))]
      .filter(span => span.start < span.end && span.start < points.length)
      .map(span => ({ ...span, end: Math.min(span.end, points.length) }));
    const named = field === 'text' ? article.countries.filter(({ first }) => first >= 0 && first < points.length) : [];
    const cuts = [0, points.length, ...spans.flatMap(span => [span.start, span.end]), ...named.map(({ first }) => first)]
      .filter((cut, i, all) => all.indexOf(cut) === i)
      .sort((a, b) => a - b);
    target.replaceChildren();
    cuts.forEach((from, i) => {
      named.filter(({ first }) => first === from).forEach(({ country }) => target.append(flag(country)));
      const to = cuts[i + 1] ?? from;
      const piece = points.slice(from, to).join('');
      const over = spans.filter(span => span.start <= from && span.end >= to);
      target.append(over.length > 0 && piece ? mark(piece, over, article) : piece);
    });
  }

  function mark(piece, over, article) {
    const topics = [...new Set(over.filter(span => span.kind !== 'found').map(span => span.topic))];
    const kind = ['term', 'found', 'sentence'].find(one => over.some(span => span.kind === one)) ?? 'sentence';
    const title = topics.map(i => topicName(article.topics[i].topic)).join(', ');
    const made = make('mark', { class: kind, title: title || 'searched for' }, piece);
    made.dataset.topics = topics.join(' ');
    return made;
  }

  function flag(country) {
    const made = make('abbr', { class: 'flag', title: `${countryName(country)} is first named here`, lang: 'en' }, country);
    made.dataset.country = country;
    return made;
  }

  return { make, link, isAddress, inForeign, fill };
}
