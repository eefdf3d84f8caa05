"""Writes outlines.tsv: the countries of South, East and Southeast Asia as paths for a small map.

    python outlines.py COUNTRIES ../../../pipelines/src/main/resources/org/lintas/report/chart/outlines.tsv

COUNTRIES is countries-50m.json of the package world-atlas 2.0.2 (npm), Natural Earth's countries at 1:50m, in the public domain. Borders are simplified
before countries are put together, so that neighbours still meet.
"""

import pathlib
import sys

import topology

LEFT, BOTTOM, RIGHT, TOP = 70, -13, 144, 44
UNITS = 20
TOLERANCE = 0.06
LEAST_ISLAND = 0.03

NOTE = """# Countries on the map of the report: ISO code, and a path of SVG in steps of 1/20 degree, the first number to the east, the second to the north.
# Made by scripts/lab/map/outlines.py of Natural Earth; see outlines.md.
"""


def clipped(ring):
    """The part of a ring within the frame (Sutherland and Hodgman 1974, doi:10.1145/360767.360802)."""
    for axis, limit, sign in ((0, LEFT, 1), (0, RIGHT, -1), (1, BOTTOM, 1), (1, TOP, -1)):
        kept = []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            inside_a, inside_b = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
            if inside_a:
                kept.append(a)
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        ring = kept
    return ring


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def numbers(x, y):
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def path(ring):
    points = []
    for x, y in ring:
        point = round(x * UNITS), round(y * UNITS)
        if not points or point != points[-1]:
            points.append(point)
    if points[0] == points[-1]:
        points.pop()
    if len(points) < 3:
        return ""
    text = "M" + numbers(*points[0]) + "l"
    for (x, y), (next_x, next_y) in zip(points, points[1:]):
        step = numbers(next_x - x, next_y - y)
        text += step if text[-1] == "l" or step[0] == "-" else " " + step
    return text + "z"


def main(countries, target):
    lines = []
    for code, polygons in sorted(topology.countries(countries, TOLERANCE).items()):
        rings = [ring for ring in (clipped(polygon[0]) for polygon in polygons) if ring]
        largest = max(map(area, rings), default=0)
        drawn = "".join(path(ring) for ring in rings if area(ring) >= min(LEAST_ISLAND, largest))
        if drawn:
            lines.append(f"{code}\t{drawn}\n")
    pathlib.Path(target).write_text(NOTE + "".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
