// Circles of a map: how large they are, how they keep out of each other's way, where their words stand; in pixels.
// After `generator/pages/map/circles.py`, which does the same for maps that are drawn at build.
(() => {
  const OF_ONE = 5;
  const SMALLEST = 2.5;
  const TARGET = 12;
  const ROUNDS = 100;
  const LETTER = 7.2;
  const LINE = 16;

  /** Radii whose areas are in proportion to the numbers. */
  Explore.radii = (numbers, most, largest) => {
    const scale = Math.min(OF_ONE, largest / Math.sqrt(Math.max(1, most)));
    return numbers.map((number) => (number ? Math.max(scale * Math.sqrt(number), SMALLEST) : SMALLEST));
  };

  /** Points moved apart until no two circles overlap and each can be pressed alone; larger circles move less. */
  Explore.spread = (points, sizes, width, height) => {
    const reach = sizes.map((size) => Math.max(size + 1, TARGET));
    const kept = ([x, y], far) => [
      Math.min(Math.max(x, Math.min(far, width / 2)), width - Math.min(far, width / 2)),
      Math.min(Math.max(y, Math.min(far, height / 2)), height - Math.min(far, height / 2)),
    ];
    const places = points.map((point, at) => kept(point, reach[at]));
    for (let turn = 0, moved = true; moved && turn < ROUNDS; turn += 1) {
      moved = false;
      for (let one = 0; one < places.length; one += 1)
        for (let other = one + 1; other < places.length; other += 1) {
          let [dx, dy] = [places[other][0] - places[one][0], places[other][1] - places[one][1]];
          const apart = reach[one] + reach[other];
          let distance = Math.hypot(dx, dy);
          if (distance >= apart - 0.01) continue;
          if (distance < 0.01) [dx, dy, distance] = [Math.cos(one + other), Math.sin(one + other), 1];
          const push = (apart - Math.min(distance, apart)) / distance;
          const share = sizes[other] ** 2 / (sizes[one] ** 2 + sizes[other] ** 2);
          places[one] = kept([places[one][0] - dx * push * share, places[one][1] - dy * push * share], reach[one]);
          places[other] = kept(
            [places[other][0] + dx * push * (1 - share), places[other][1] + dy * push * (1 - share)],
            reach[other],
          );
          moved = true;
        }
    }
    return places;
  };

  /** Path data of a share of a disc, clockwise from the top; empty for none of it and for the whole. */
  Explore.sector = (radius, share) => {
    if (!(share > 0 && share < 1)) return "";
    const turn = 2 * Math.PI * share;
    const [x, y] = [radius * Math.sin(turn), -radius * Math.cos(turn)];
    return `M0 0V${-radius}A${radius} ${radius} 0 ${Number(share > 0.5)} 1 ${x.toFixed(1)} ${y.toFixed(1)}z`;
  };

  const crosses = (one, other) =>
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

  /** Where each circle's words stand so that they meet no circle and no words: `{x, y, anchor}` from its middle, or null.
   `others` are rectangles that are taken already. */
  Explore.labelled = (places, sizes, texts, width, height, others) => {
    const taken = others.concat(places.map(([x, y], at) => [x - sizes[at] - 1, y - sizes[at] - 1, x + sizes[at] + 1, y + sizes[at] + 1]));
    return places.map(([x, y], at) => {
      const long = texts[at].length * LETTER;
      const far = sizes[at] + 4;
      for (const [dx, dy, anchor, left] of [
        [far, 4, "start", x + far],
        [-far, 4, "end", x - far - long],
        [0, far + 11, "middle", x - long / 2],
        [0, -far - 1, "middle", x - long / 2],
      ]) {
        const box = [left, y + dy - LINE + 4, left + long, y + dy + 3];
        if (box[0] < 1 || box[2] > width - 1 || box[1] < 1 || box[3] > height - 1) continue;
        if (taken.some((other, index) => index !== at + others.length && crosses(box, other))) continue;
        taken.push(box);
        return { x: dx, y: dy, anchor };
      }
      return null;
    });
  };
})();
