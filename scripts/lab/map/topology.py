"""Countries of a TopoJSON file of world-atlas, by ISO code, as polygons of longitudes and latitudes."""

import json
import math

# ISO 3166-1 numeric codes of the countries in places.tsv and of those beside them on the map; Natural Earth has no code for some others.
CODES = {
    "004": "AF", "036": "AU", "050": "BD", "056": "BE", "064": "BT", "096": "BN", "104": "MM", "116": "KH", "124": "CA", "144": "LK",
    "156": "CN", "158": "TW", "250": "FR", "276": "DE", "344": "HK", "356": "IN", "360": "ID", "364": "IR", "368": "IQ", "376": "IL",
    "380": "IT", "392": "JP", "398": "KZ", "404": "KE", "408": "KP", "410": "KR", "417": "KG", "418": "LA", "446": "MO", "458": "MY",
    "462": "MV", "484": "MX", "496": "MN", "524": "NP", "528": "NL", "554": "NZ", "566": "NG", "585": "PW", "586": "PK", "598": "PG",
    "608": "PH", "626": "TL", "634": "QA", "643": "RU", "682": "SA", "702": "SG", "704": "VN", "710": "ZA", "724": "ES", "756": "CH",
    "760": "SY", "762": "TJ", "764": "TH", "784": "AE", "792": "TR", "804": "UA", "818": "EG", "826": "GB", "840": "US", "860": "UZ",
}


def simplified(line, tolerance):
    """A line without points nearer than a tolerance to the line of the others (Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727)."""
    if len(line) < 3:
        return line
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = math.hypot(x2 - x1, y2 - y1)
    far, at = 0, 0
    for i, (x, y) in enumerate(line[1:-1], 1):
        away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else math.hypot(x - x1, y - y1)
        if away > far:
            far, at = away, i
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: at + 1], tolerance)[:-1] + simplified(line[at:], tolerance)


def countries(path, tolerance=0):
    """Country code to polygons; a polygon is a list of rings, the outer one first; a ring is a list of (longitude, latitude).

    tolerance: degrees by which borders may be moved to be simpler; they stay those of both neighbours.
    """
    with open(path, encoding="utf-8") as file:
        topology = json.load(file)
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(simplified(line, tolerance))

    def ring(indexes):
        points = []
        for index in indexes:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    shapes = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = CODES.get(geometry.get("id"))
        if code:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            shapes.setdefault(code, []).extend([[ring(part) for part in polygon] for polygon in polygons])
    return shapes


def inside(ring, lat, lon):
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd


def distance(polygons, lat, lon):
    """Kilometres from a point to the nearest of the polygons; 0 inside."""
    if any(sum(inside(ring, lat, lon) for ring in polygon) % 2 for polygon in polygons):
        return 0
    east = math.cos(math.radians(lat)) * 111.2
    nearest = math.inf
    for polygon in polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
                ax, ay, bx, by = (x1 - lon) * east, (y1 - lat) * 111.2, (x2 - lon) * east, (y2 - lat) * 111.2
                length = (bx - ax) ** 2 + (by - ay) ** 2
                t = 0 if length == 0 else min(1, max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
                nearest = min(nearest, math.hypot(ax + t * (bx - ax), ay + t * (by - ay)))
    return nearest
