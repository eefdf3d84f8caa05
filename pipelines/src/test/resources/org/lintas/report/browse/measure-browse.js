(() => {
  // Whether the page scrolls sideways, and what is hard to read; if nothing is, whether it is dark.
  const numbers = colour => colour.match(/[\d.]+/g).map(Number);
  const linear = v => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const root = document.documentElement;
  const bad = [];
  if (root.scrollWidth > root.clientWidth) bad.push(`scrolls ${root.scrollWidth} > ${root.clientWidth}`);
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '');
    if (own && element.getClientRects().length > 0 && !element.matches('option, :disabled')) {
      const [dark, light] = [luminance(numbers(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 4.5) bad.push(`faint ${contrast.toFixed(2)} ${element.tagName}.${element.className}`);
    }
  }
  return bad.length > 0 ? [...new Set(bad)].join('; ') : `dark ${luminance(ground(document.body)) < 0.5}`;
})()
