// Draws the pictures of the demo's groceries: run `node draw.mjs FOLDER_OF_EMOJI_PACKAGE CHROMIUM TARGET_FOLDER`.
// The emoji are those of npm's @iconify-json/fluent-emoji-flat (Fluent Emoji by Microsoft, MIT); all else is drawn here.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [emojiFolder, chromium, target] = process.argv.slice(2);
const EMOJI = JSON.parse(readFileSync(join(emojiFolder, 'icons.json'), 'utf8')).icons;
const SIDE = 800;
let ids = 0;

// A calm ground of one lightness, a lighter sun behind the goods, and a shadow under them: the same light for all.
const lab = (l, c, h) => `oklch(${l}% ${c} ${h})`;
function scene(hue, goods, { shadow = 250, floor = 655 } = {}) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">
    <rect width="800" height="800" fill="${lab(91, 0.034, hue)}"/>
    <path d="M0 ${floor - 25}H800V800H0Z" fill="${lab(86.5, 0.042, hue)}"/>
    <circle cx="400" cy="385" r="290" fill="${lab(95.5, 0.02, hue)}"/>
    <ellipse cx="408" cy="${floor + 4}" rx="${shadow}" ry="24" fill="${lab(60, 0.06, hue)}" opacity=".38"/>
    <g transform="translate(400 ${floor}) scale(1.04) translate(-400 ${-floor})">${goods}</g></svg>`;
}

function emoji(name, cx, cy, size, { turn = 0, recolour = {} } = {}) {
  if (!EMOJI[name]) throw new Error(`There is no emoji ${name}`);
  let body = EMOJI[name].body;
  const prefix = `e${ids++}`;
  body = body.replace(/id="([^"]+)"/g, `id="${prefix}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`);
  for (const [from, to] of Object.entries(recolour)) body = body.replaceAll(from, to);
  return `<g transform="translate(${cx} ${cy}) rotate(${turn}) translate(${-size / 2} ${-size / 2}) scale(${size / 32})">${body}</g>`;
}

// Light from the left: a bright band there, shade at the right, within the outline.
function lit(outline, fill, inside, { x = 200, w = 400 } = {}) {
  const id = `c${ids++}`;
  return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})"><path d="${outline}" fill="${fill}"/>${inside}
    <rect x="${x + w * 0.08}" y="0" width="${w * 0.07}" height="800" fill="#fff" opacity=".26"/>
    <rect x="${x + w * 0.8}" y="0" width="${w * 0.4}" height="800" fill="#000" opacity=".1"/></g>`;
}
const text = (t, x, y, size, fill, weight = 800) =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans, sans-serif" font-weight="${weight}" font-size="${size}" text-anchor="middle" fill="${fill}">${t}</text>`;
const disc = (cx, cy, r, fill) => `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;

// A paper packet with a folded top.
function packet({ x = 225, y = 150, w = 350, h = 505, fill, band, fold, label = '#fffaf0', inside, weight, ink }) {
  const r = x + w, b = y + h, m = x + w / 2;
  const outline = `M${x} ${y + 22}q0-22 22-22H${r - 22}q22 0 22 22V${b - 26}q0 26-26 26H${x + 26}q-26 0-26-26Z`;
  return lit(outline, fill,
    `<path d="M${x} ${y}H${r}V${y + 62}H${x}Z" fill="${fold}"/><path d="M${x} ${y + 62}H${r}v9H${x}Z" fill="#000" opacity=".12"/>
     <path d="M${x} ${b - 96}H${r}V${b}H${x}Z" fill="${band}"/>
     <circle cx="${m}" cy="${y + h * 0.46}" r="${w * 0.36}" fill="${label}"/>${inside(m, y + h * 0.46)}
     ${weight ? text(weight, m, b - 32, 50, ink ?? '#fff') : ''}`, { x, w });
}

// A soft bag with crimped ends and a window through which the goods are seen.
function pouch({ x = 220, y = 150, w = 360, h = 505, fill, edge, grains, weight, ink = '#fff' }) {
  const r = x + w, b = y + h, m = x + w / 2;
  let teeth = '';
  for (let i = 0; i < 12; i++) teeth += `l${w / 24}-14 ${w / 24} 14`;
  const outline = `M${x} ${y + 14}${teeth}V${y + 70}q-16 ${h / 2 - 80} 0 ${h - 150}V${b - 20}q0 20-20 20H${x + 20}q-20 0-20-20V${b - 80}q16-${h / 2 - 80} 0-${h - 150}Z`;
  const win = `c${ids++}`;
  return lit(outline, fill,
    `<path d="M${x} ${y}H${r}V${y + 54}H${x}Z" fill="${edge}"/>
     <clipPath id="${win}"><rect x="${x + 42}" y="${y + 92}" width="${w - 84}" height="${h - 230}" rx="46"/></clipPath>
     <rect x="${x + 34}" y="${y + 84}" width="${w - 68}" height="${h - 214}" rx="54" fill="#fff" opacity=".85"/>
     <g clip-path="url(#${win})">${grains(x + 42, y + 92, w - 84, h - 230)}</g>
     ${text(weight, m, b - 50, 52, ink)}`, { x, w });
}

// Seeds in close rows, each turned another way but always in the same way.
function seeds(ground, kinds, rx, ry, step) {
  return (x, y, w, h) => {
    let all = `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${ground}"/>`, n = 7;
    for (let j = 0; j * step * 0.8 < h + step; j++)
      for (let i = 0; i * step < w + step; i++) {
        n = (n * 1103515245 + 12345) % 2147483648;
        const kind = kinds[(n >> 12) % kinds.length], cx = x + i * step + (j % 2) * step / 2, cy = y + j * step * 0.8;
        all += `<g transform="translate(${cx} ${cy}) rotate(${(n >> 8) % 180})"><ellipse rx="${rx}" ry="${ry}" fill="${kind[0]}"/>
          <ellipse rx="${rx * 0.55}" ry="${ry * 0.35}" cy="${-ry * 0.35}" fill="#fff" opacity=".3"/>${kind[1] ? `<path d="M${-rx * 0.5} ${ry * 0.3}l${rx * 0.35}-${ry * 0.5}M${rx * 0.1} ${ry * 0.5}l${rx * 0.3}-${ry * 0.6}" stroke="${kind[1]}" stroke-width="${ry * 0.28}" stroke-linecap="round"/>` : ''}</g>`;
      }
    return all;
  };
}

function tin({ x = 240, y = 215, w = 320, h = 440, fill, lid, inside, weight, ink = '#fff' }) {
  const r = x + w, b = y + h, m = x + w / 2;
  return lit(`M${x} ${y + 60}H${r}V${b - 30}q0 30-30 30H${x + 30}q-30 0-30-30Z`, fill,
    `<path d="M${x} ${y + 60}H${r}v16H${x}Z" fill="#000" opacity=".14"/><circle cx="${m}" cy="${y + h * 0.54}" r="118" fill="#fffaf0"/>${inside(m, y + h * 0.54)}${text(weight, m, b - 30, 42, ink)}`, { x, w })
    + lit(`M${x - 12} ${y + 20}q0-20 20-20H${r - 8}q20 0 20 20V${y + 62}H${x - 12}Z`, lid, '', { x, w });
}

function jar({ fill, lid, inside, weight }) {
  return lit('M270 265q-45 25-45 80V600q0 55 55 55H520q55 0 55-55V345q0-55-45-80Z', fill,
    `<path d="M225 350q175 45 350 0V800H225Z" fill="#000" opacity=".06"/><rect x="225" y="385" width="350" height="205" fill="#fffaf0"/>${inside(400, 470)}${text(weight, 400, 572, 40, '#8a4b08')}`, { x: 225, w: 350 })
    + lit('M262 205q0-25 25-25H513q25 0 25 25V262H262Z', lid, '', { x: 262, w: 276 });
}

function bottle({ fill, cap, label, inside, weight, ink = '#fff', wide = 1 }) {
  const s = (v) => 400 + (v - 400) * wide;
  return lit(`M${s(355)} 165V235q0 35-45 75q-30 30-30 80V610q0 45 45 45H${s(475) + 0}q45 0 45-45V390q0-50-30-80q-45-40-45-75V165Z`.replace(/H([\d.]+)q45/, 'H475q45'), fill,
    `<path d="M270 300q130 40 400 0V800H200Z" fill="#000" opacity=".05"/><rect x="270" y="395" width="260" height="200" fill="${label}"/>${inside(400, 470)}${text(weight, 400, 578, 46, ink)}`, { x: 280, w: 240 })
    + lit(`M350 120q0-18 18-18H432q18 0 18 18V172H350Z`, cap, '', { x: 350, w: 100 });
}

function can({ fill, cap, label, inside, weight }) {
  return lit('M255 300q0-45 45-45H430l40 35h50q45 0 45 45V605q0 50-50 50H305q-50 0-50-50Z', fill,
    `<path d="M255 395h310v195h-310Z" fill="${label}"/>${inside(405, 470)}${text(weight, 405, 576, 48, '#fff')}`, { x: 255, w: 310 })
    + `<path d="M405 300V215q0-40 40-40h65q40 0 40 40v90h-40v-75q0-15-15-15h-35q-15 0-15 15v70Z" fill="${fill}"/><path d="M405 300V215q0-40 40-40h20q-32 4-32 40v85Z" fill="#fff" opacity=".3"/>`
    + lit('M285 205q0-14 14-14h72q14 0 14 14v56h-100Z', cap, '', { x: 285, w: 100 });
}

function carton({ fill, side, inside, weight, top = '#fff' }) {
  return `<path d="M490 190l75 55V610l-75 45Z" fill="${side}"/><path d="M490 190l75 55V610l-75 45Z" fill="#000" opacity=".16"/>
    <path d="M245 190L318 138H560l5 107-75-55Z" fill="${top}"/><path d="M490 190l70-52 5 107Z" fill="#000" opacity=".1"/>`
    + lit('M245 190H490V655H265q-20 0-20-20Z', fill, inside(367, 395) + text(weight, 367, 612, 44, '#fff'), { x: 245, w: 245 });
}

function sack({ fill, stripe, inside, weight }) {
  return lit('M250 235q-75 130-62 320q5 100 75 100H537q70 0 75-100q13-190-62-320Z', fill,
    `<path d="M188 560H612V595H188ZM188 610H612V625H188Z" fill="${stripe}"/><circle cx="400" cy="395" r="112" fill="#fffaf0"/>${inside(400, 393)}`, { x: 190, w: 420 })
    + `<path d="M250 235q-35-70-60-85q60 8 95-10q60 28 115 0q55 28 115 0q35 18 95 10q-25 15-60 85Z" fill="${fill}"/><path d="M250 235q-35-70-60-85q60 8 95-10q-10 50 10 95Z" fill="#fff" opacity=".2"/>
    <path d="M240 225q160 34 320 0v26q-160 34-320 0Z" fill="${stripe}"/>` + text(weight, 400, 549, 46, '#6b4a1b');
}

// A shallow tray that stands in front of what lies in it.
const tray = (fill, edge) => `<path d="M150 560H650L618 640q-6 15-24 15H206q-18 0-24-15Z" fill="${fill}"/><path d="M135 540q0-14 14-14H651q14 0 14 14v22q0 14-14 14H149q-14 0-14-14Z" fill="${edge}"/><path d="M165 532H330" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".4"/>`;
const WOOD = tray('oklch(66% .085 70)', 'oklch(74% .085 72)');

function leaves(dark, light, shape, n, { tie = '#f0a63a' } = {}) {
  let all = '';
  for (let i = 0; i < n; i++) {
    const turn = -46 + (92 / (n - 1)) * i, len = 1 - Math.abs(turn) / 260;
    all += `<g transform="translate(400 595) rotate(${turn}) scale(${len})"><path d="${shape}" fill="${i % 2 ? dark : light}"/><path d="M0 0V-330M0-130l-48-42M0-130l48-42M0-210l-46-40M0-210l46-40" stroke="#fff" stroke-opacity=".32" stroke-width="8" fill="none" stroke-linecap="round"/></g>`;
  }
  return all + `<path d="M362 560h76l14 95q-52 18-104 0Z" fill="${light}"/><path d="M372 655l6-80M400 660v-85M428 655l-6-80" stroke="${dark}" stroke-width="8"/><path d="M352 556q48 22 96 0v32q-48 22-96 0Z" fill="${tie}"/>`;
}
const KALE = 'M-16 0q-8-90-70-118q28-10 6-42q-42-20-14-66q-34-30 10-66q-8-44 40-48q10-40 44-30q34-10 44 30q48 4 40 48q44 36 10 66q28 46-14 66q-22 32 6 42q-62 28-70 118Z';
const ROUND = 'M-12 0q-4-90-34-120q-76-70-50-160q26-74 96-96q70 22 96 96q26 90-50 160q-30 30-34 120Z';
const NARROW = 'M-8 0q-2-60-18-110q-46-110 26-262q72 152 26 262q-16 50-18 110Z';

function loaf(crust, crumb, wrap, weight) {
  return lit('M150 400q-20-130 110-130H560q120 0 100 130q-8 40-25 55V610q0 45-45 45H200q-45 0-45-45V455Z', wrap,
    `<path d="M205 420q-12-95 82-95H520q92 0 80 95q-6 28-22 40V590q0 26-26 26H250q-26 0-26-26V460Z" fill="${crust}"/>
     <path d="M236 420q-8-64 56-64H512q64 0 56 64q-4 24-22 34V575q0 14-14 14H268q-14 0-14-14V454Z" fill="${crumb}"/>
     <rect x="150" y="470" width="520" height="100" fill="#fffaf0"/>${text(weight, 400, 541, 58, crust)}`, { x: 150, w: 510 })
    + `<path d="M640 290q70-60 60-110q40 30 62 24q-2 50 18 78q-60-10-100 50Z" fill="${wrap}"/><path d="M626 300q26 6 40 34l26-26q-18-24-42-32Z" fill="#d9534f"/>`;
}

const P = {};
P['TEA-500'] = scene(150, packet({ fill: '#1f8a5b', fold: '#17704a', band: '#0f5a3a', weight: '500 g', inside: (x, y) => emoji('teacup-without-handle', x, y + 8, 165) }) + emoji('herb', 590, 590, 140));
P['TEA-MASALA'] = scene(50, tin({ fill: '#d9662b', lid: '#b04a17', weight: '100 g', inside: (x, y) => emoji('ginger-root', x, y, 150) }) + emoji('hot-beverage', 600, 580, 150));
P['COFFEE-250'] = scene(40, packet({ fill: '#5b3a29', fold: '#452a1d', band: '#c98b3b', weight: '250 g', inside: (x, y) => emoji('hot-beverage', x, y, 165) }));
P['UNGA-2KG'] = scene(95, packet({ y: 125, h: 530, fill: '#fbf3dc', fold: '#f2b632', band: '#d9662b', label: '#fde9a9', weight: '2 kg', inside: (x, y) => emoji('ear-of-corn', x, y, 185) }));
P['UNGA-1KG'] = scene(95, packet({ x: 260, y: 235, w: 280, h: 420, fill: '#fbf3dc', fold: '#f2b632', band: '#d9662b', label: '#fde9a9', weight: '1 kg', inside: (x, y) => emoji('ear-of-corn', x, y, 145) }));
P['UNGA-POSHO-2KG'] = scene(70, sack({ fill: '#d2a871', stripe: '#8b5e34', weight: '2 kg', inside: (x, y) => emoji('ear-of-corn', x, y, 150) }));
P['UNGA-UJI-1KG'] = scene(20, packet({ x: 250, y: 205, w: 300, h: 450, fill: '#8a4f6d', fold: '#6d3a54', band: '#54283f', weight: '1 kg', inside: (x, y) => emoji('bowl-with-spoon', x, y, 155) }));
P['ATTA-2KG'] = scene(65, packet({ y: 125, h: 530, fill: '#b9783f', fold: '#96592a', band: '#7c4520', weight: '2 kg', inside: (x, y) => emoji('flatbread', x, y, 185) }));
P['FLOUR-2KG'] = scene(245, packet({ y: 125, h: 530, fill: '#f4f7fb', fold: '#3f78c9', band: '#2b5fae', label: '#dbe8fa', weight: '2 kg', inside: (x, y) => emoji('sheaf-of-rice', x, y, 185) }));
P['RICE-PISHORI-2KG'] = scene(130, pouch({ fill: '#3e9b57', edge: '#2d7d43', weight: '2 kg', grains: seeds('#e9dfc4', [['#fffdf4'], ['#f6eed8']], 19, 6, 24) }));
P['RICE-PISHORI-5KG'] = scene(130, sack({ fill: '#f4ecd8', stripe: '#3e9b57', weight: '5 kg', inside: (x, y) => emoji('cooked-rice', x, y, 145) }));
const CUBES = (x, y, s) => [[-0.9, 0.5], [0.1, 0.5], [-0.4, -0.38]].map(([dx, dy]) => `<g transform="translate(${x + dx * s} ${y + dy * s})"><path d="M0 ${s * 0.2}L${s * 0.45} 0 ${s * 0.9} ${s * 0.2} ${s * 0.45} ${s * 0.42}Z" fill="#f6dcb0"/><path d="M0 ${s * 0.2}L${s * 0.45} ${s * 0.42}V${s * 0.88}L0 ${s * 0.66}Z" fill="#d9a86a"/><path d="M${s * 0.9} ${s * 0.2}L${s * 0.45} ${s * 0.42}V${s * 0.88}L${s * 0.9} ${s * 0.66}Z" fill="#b98046"/></g>`).join('');
const sugar = (o) => packet({ fill: '#f7e3e6', fold: '#c8506a', band: '#b03b56', label: '#fff7f2', inside: (x, y) => CUBES(x, y - 5, o.s), ...o });
P['SUGAR-1KG'] = scene(5, sugar({ x: 260, y: 235, w: 280, h: 420, weight: '1 kg', s: 72 }));
P['SUGAR-2KG'] = scene(5, sugar({ y: 125, h: 530, weight: '2 kg', s: 92 }));
P['SALT-500'] = scene(215, packet({ x: 260, y: 215, w: 280, h: 440, fill: '#2f9fc4', fold: '#f4fbff', band: '#1c7fa3', weight: '500 g', inside: (x, y) => emoji('salt', x, y, 160) }));
P['BEANS-1KG'] = scene(15, pouch({ fill: '#b5485a', edge: '#923445', weight: '1 kg', grains: seeds('#c98f84', [['#d9a79a', '#8e2f3c'], ['#cf9487', '#7d2633']], 25, 16, 42) }));
P['NDENGU-1KG'] = scene(125, pouch({ fill: '#6d8b2f', edge: '#566f22', weight: '1 kg', grains: seeds('#6f8a35', [['#8fae4b'], ['#7f9e3e'], ['#9cbb58']], 12, 10, 23) }));
P['NJAHI-1KG'] = scene(290, pouch({ fill: '#5a4a80', edge: '#443664', weight: '1 kg', grains: seeds('#17141c', [['#2c2733'], ['#383141']], 24, 15, 40) }));
P['GITHERI-2KG'] = scene(80, pouch({ fill: '#e0a02a', edge: '#bd8317', weight: '2 kg', ink: '#4a2f06', grains: seeds('#e2c98f', [['#f8e6a8'], ['#b05a45'], ['#f3d98a'], ['#8e4033']], 21, 15, 37) }));
P['OIL-1L'] = scene(90, bottle({ fill: '#f2c230', cap: '#d9662b', label: '#d9662b', weight: '1 l', inside: (x, y) => emoji('sunflower', x, y - 5, 120) }));
P['OIL-3L'] = scene(90, can({ fill: '#f2c230', cap: '#d9662b', label: '#d9662b', weight: '3 l', inside: (x, y) => emoji('sunflower', x, y - 8, 125) }));
P['ROYCO-200'] = scene(30, pouch({ x: 245, y: 215, w: 310, h: 440, fill: '#c8382e', edge: '#a3271f', weight: '200 g', grains: (x, y, w, h) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#fff3d6"/>` + emoji('pot-of-food', x + w / 2, y + h / 2, 190) }));
P['HONEY-350'] = scene(80, jar({ fill: '#e9a21f', lid: '#7a4a1b', weight: '350 g', inside: (x, y) => emoji('honeybee', x, y - 18, 120) }));
P['SUKUMA'] = scene(145, leaves('#2f7d43', '#3f9a55', KALE, 7));
P['SPINACH'] = scene(160, leaves('#1f6b3a', '#2c8a4c', ROUND, 5, { tie: '#d9534f' }));
P['MANAGU'] = scene(120, leaves('#4b7f2c', '#68a23c', NARROW, 9, { tie: '#7a4a1b' }));
P['TOMATO-1KG'] = scene(25, [[290, 430], [510, 430], [400, 350], [230, 490], [400, 470], [570, 490]].map(([x, y]) => emoji('tomato', x, y, 190, { recolour: { '#00d26a': '#3f9a4e', '#f92f60': '#e2483d', '#ff3131': '#e2483d', '#f8312f': '#df4436' } })).join('') + WOOD);
const RED_ONION = { '#f3ad61': '#b65585', '#d3883e': '#7f2f5b', '#e19747': '#98406f' };
P['ONION-1KG'] = scene(335, [[290, 420], [510, 420], [400, 335], [230, 480], [570, 480], [400, 465]].map(([x, y]) => emoji('onion', x, y, 190, { recolour: RED_ONION })).join('') + WOOD);
P['POTATO-2KG'] = scene(70, [[290, 430, 20], [510, 425, -30], [400, 350, 60], [235, 490, -10], [565, 490, 40], [400, 475, 0]].map(([x, y, t]) => emoji('potato', x, y, 190, { turn: t, recolour: t % 20 === 0 && t !== 0 ? { '#f3ad61': '#e39b50', '#d3883e': '#bf7631' } : {} })).join('') + WOOD);
P['CABBAGE'] = scene(130, `<circle cx="400" cy="430" r="225" fill="#8fc46a"/><path d="M400 205q-190 20-205 240q10 180 205 210q-90-90-80-230q20-150 80-220Z" fill="#a9d583"/><path d="M400 205q190 20 205 240q-10 180-205 210q90-90 80-230q-20-150-80-220Z" fill="#7ab457"/><path d="M400 235q-88 90-84 210q10 130 84 200q74-70 84-200q4-120-84-210Z" fill="#c3e6a1"/><path d="M400 640V270M400 560q-50-40-64-110M400 560q50-40 64-110M400 440q-34-34-44-84M400 440q34-34 44-84" stroke="#f4fbe9" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M222 480q30 60 90 130M578 480q-30 60-90 130M250 340q-14 60 4 120M550 340q14 60-4 120" stroke="#f4fbe9" stroke-width="8" fill="none" stroke-linecap="round" opacity=".7"/>`, { shadow: 190 });
P['AVOCADO-3'] = scene(110, emoji('avocado', 265, 490, 290, { turn: -14 }) + emoji('avocado', 540, 490, 290, { turn: 16 }) + emoji('avocado', 400, 440, 340));
const FINGER = 'M0 0C40 90 40 210-40 330q-14 22-38 8q-20-14-12-40C-70 200-70 110-34 0Z';
P['BANANA-6'] = scene(95, [34, 18, 2, -14, -30, -46].map((turn, i) => `<g transform="translate(${408 - i * 4} 262) rotate(${turn - 4})"><path d="${FINGER}" fill="${i % 2 ? '#f8c93a' : '#fbd85a'}"/><path d="M-14 30C14 110 12 210-52 318" stroke="#fff" stroke-width="9" fill="none" opacity=".4" stroke-linecap="round"/><path d="M-40 330q-14 22-38 8q-8-6-11-16q26 14 54-2Z" fill="#6b4a1b"/></g>`).join('') + '<path d="M352 215q4-28 34-32h34q22 4 24 30l-8 68q-40 22-78 0Z" fill="#a98526"/><path d="M372 218q4-12 16-14l-4 62-12-4Z" fill="#fff" opacity=".35"/>', { shadow: 210 });
const DEEP = { '#ffb02e': '#f28a2e', '#00d26a': '#4aa84c' }, RIPE = { '#ffb02e': '#f9b53c', '#00d26a': '#4aa84c' };
const blush = (x, y) => `<ellipse cx="${x}" cy="${y}" rx="46" ry="30" fill="#e8543a" opacity=".35" transform="rotate(-30 ${x} ${y})"/>`;
P['MANGO-3'] = scene(60, emoji('mango', 265, 485, 300, { turn: -16, recolour: DEEP }) + emoji('mango', 540, 490, 300, { turn: 20, recolour: DEEP }) + emoji('mango', 400, 425, 330, { recolour: RIPE }) + blush(350, 420), { shadow: 230 });
P['MILK-500'] = scene(230, pouch({ x: 255, y: 205, w: 290, h: 450, fill: '#f7fbff', edge: '#3f8fd6', weight: '500 ml', ink: '#2b6fb0', grains: (x, y, w, h) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#cfe6fa"/>` + emoji('cow-face', x + w / 2, y + h / 2, 180) }));
P['MILK-LL-1L'] = scene(255, carton({ fill: '#3566b8', side: '#27508f', weight: '1 l', inside: (x, y) => disc(x, y, 102, '#eaf3ff') + emoji('glass-of-milk', x, y, 150) }));
P['MALA-500'] = scene(190, bottle({ fill: '#fbfdfc', cap: '#1f8a7a', label: '#1f8a7a', weight: '500 ml', inside: (x, y) => emoji('cow', x, y - 5, 125) }));
P['EGGS-30'] = scene(60, [0, 1, 2].map((row) => [0, 1, 2, 3, 4].map((i) => emoji('egg', 210 + i * 95 + (row === 1 ? 0 : 0), 330 + row * 85, 150)).join('') + `<path d="M${150 - row * 6} ${385 + row * 85}q${(500 + row * 12) / 10}-34 ${(500 + row * 12) / 5} 0t${(500 + row * 12) / 5} 0 ${(500 + row * 12) / 5} 0 ${(500 + row * 12) / 5} 0 ${(500 + row * 12) / 5} 0V${470 + row * 85}H${150 - row * 6}Z" fill="${lab(70 - row * 4, 0.035, 65)}"/>`).join('') + `<path d="M138 560H662L640 640q-4 15-20 15H180q-16 0-20-15Z" fill="${lab(60, 0.035, 65)}"/>`, { shadow: 275 });
P['BREAD-400'] = scene(75, loaf('#c9832f', '#fdebc8', '#f6d9a0', '400 g'));
P['BREAD-BROWN-600'] = scene(45, loaf('#7c4a22', '#c99a63', '#d9a877', '600 g'));
P['WATER-1500'] = scene(225, bottle({ fill: '#a8dcf5', cap: '#2b7fc4', label: '#2b7fc4', weight: '1.5 l', inside: (x, y) => emoji('droplet', x, y - 6, 105) }));
P['SOAP-800'] = scene(200, `<path d="M170 470L260 395H650L630 560 540 640H190Z" fill="none"/>` + lit('M165 455q0-30 30-30H560q30 0 30 30V610q0 45-45 45H210q-45 0-45-45Z', '#f7f1e1', `<rect x="165" y="425" width="150" height="240" fill="#2f9f94"/><path d="M345 500h200M345 545h150" stroke="#d8cdb2" stroke-width="16" stroke-linecap="round"/>`, { x: 165, w: 425 }) + `<path d="M195 425L265 350H625q30 0 20 30L590 440q-8-15-30-15Z" fill="#fffaf0"/><path d="M195 425L265 350H380L320 425Z" fill="#3cb4a8"/><path d="M590 455q0-10-1-16L648 376q4 8 2 24L634 545 582 640q8-14 8-30Z" fill="#ddd2b6"/>` + emoji('bubbles', 560, 270, 220));
P['MATCHES-10'] = scene(28, [[330, -14], [400, 2], [470, 16]].map(([x, t]) => `<g transform="translate(${x} 420) rotate(${t})"><rect x="-10" y="-190" width="20" height="240" fill="#e8c48a"/><rect x="2" y="-190" width="8" height="240" fill="#000" opacity=".1"/><ellipse cy="-196" rx="19" ry="27" fill="#c8382e"/><ellipse cx="-6" cy="-204" rx="5" ry="10" fill="#fff" opacity=".5"/></g>`).join('') + lit('M210 430q0-20 20-20H570q20 0 20 20V635q0 20-20 20H230q-20 0-20-20Z', '#e8b02e', `<rect x="210" y="600" width="380" height="60" fill="#6b3a2a"/><circle cx="400" cy="505" r="80" fill="#fffaf0"/>${emoji('fire', 400, 500, 125)}${text('10 ×', 510, 470, 0, '#fff')}`, { x: 210, w: 380 }));

const names = Object.keys(P);
if (process.argv[5] === 'svg') { mkdirSync(target, { recursive: true }); for (const n of names) writeFileSync(join(target, n + '.svg'), P[n]); }
const work = mkdtempSync(join(tmpdir(), 'pictures-'));
writeFileSync(join(work, 'draw.html'), `<!doctype html><meta charset="utf-8"><body><script>
const P = ${JSON.stringify(P)};
(async () => { for (const [name, svg] of Object.entries(P)) {
  const image = new Image(); image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg); await image.decode();
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = ${SIDE};
  canvas.getContext('2d').drawImage(image, 0, 0);
  const p = document.createElement('p'); p.id = name; p.textContent = canvas.toDataURL('image/webp', 0.86); document.body.append(p);
} document.title = 'done'; })();
</script>`);
const dom = execFileSync(chromium, ['--headless', '--no-sandbox', '--virtual-time-budget=60000', '--dump-dom', 'file://' + join(work, 'draw.html')],
  { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
mkdirSync(target, { recursive: true });
for (const [, name, data] of dom.matchAll(/<p id="([^"]+)">data:image\/webp;base64,([^<]+)</g)) writeFileSync(join(target, name + '.webp'), Buffer.from(data, 'base64'));
