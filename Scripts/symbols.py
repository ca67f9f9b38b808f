#!/usr/bin/env python3
"""Makes an icon sheet and a library of symbols of Bootstrap Icons for the portal: `symbols.py FILE [FOLDER]`.

Takes the drawing of each icon from FOLDER (Debian's package bootstrap-icons); what is not there stays the portal's own.
Beside FILE comes `symbols.txt`, from which designers choose: a line for each drawing, its name and its paths, divided by
tabs; a path that begins with `!` is filled by the even-odd rule. The same drawings make the same files. Bootstrap Icons are Copyright 2019 The Bootstrap Authors, under the MIT licence.
"""
import pathlib
import re
import sys

OURS = {
    "arrow": "arrow-right", "bell": "bell", "book": "book", "building": "building", "calendar": "calendar3",
    "certificate": "file-earmark-text", "chart": "bar-chart", "check": "check-lg", "chevron": "chevron-down",
    "clock": "clock", "code": "code-slash", "copy": "files", "cross": "x-lg", "download": "download",
    "external": "box-arrow-up-right", "eye": "eye", "eye-off": "eye-slash", "file": "file-earmark", "filter": "filter",
    "gear": "gear", "globe": "globe", "grid": "grid", "info": "info-circle", "key": "key", "link": "link-45deg",
    "list": "list-ul", "lock": "lock", "logout": "box-arrow-right", "mail": "envelope", "medal": "award",
    "moon": "moon", "pen": "pencil", "people": "people", "person": "person", "person-check": "person-check",
    "play": "play", "plug": "plug", "plus": "plus-lg", "question": "question-circle", "refresh": "arrow-clockwise",
    "seal": "patch-check", "search": "search", "share": "share", "shield-check": "shield-check", "stop": "stop",
    "sun": "sun", "trash": "trash", "undo": "arrow-counterclockwise", "upload": "upload",
    "warning": "exclamation-triangle",
}
ROOT = pathlib.Path(__file__).resolve().parent.parent
SHAPES = re.compile(r"<(path|circle|rect|ellipse|polygon)\b([^<>]*?)/?>")
ATTRIBUTES = re.compile(r'\b(d|fill-rule|cx|cy|r|rx|ry|x|y|width|height|points)="([A-Za-z0-9 .,-]*)"')


def drawing(file):
    """The shapes of a drawing with the attributes that shapes need, and nothing else; "" when there is none."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return ""
    shapes = []
    for name, rest in SHAPES.findall(text):
        attributes = "".join(f' {key}="{value}"' for key, value in ATTRIBUTES.findall(rest))
        shapes.append(f"<{name}{attributes}/>")
    return "".join(shapes)


def sheet(folder):
    symbols = []
    own = (ROOT / "Sources/App/Assets/icons.svg").read_text(encoding="utf-8")
    for name, symbol in re.findall(r'(?s)<symbol id="([a-z-]+)"(.*?</symbol>)', own):
        shapes = drawing(folder / f"{OURS[name]}.svg") if name in OURS else ""
        rest = f' viewBox="0 0 16 16" fill="currentColor">{shapes}</symbol>' if shapes else symbol
        symbols.append(f'<symbol id="{name}"{rest}')
    notice = "<!-- Bootstrap Icons, Copyright 2019 The Bootstrap Authors, MIT licence; the others are Laurel's. -->"
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', notice, *symbols, "</svg>"]) + "\n"


def circle(shape):
    """A circle or ellipse as a path."""
    x, y = float(shape.get("cx", 0)), float(shape.get("cy", 0))
    across, down = float(shape.get("rx", shape.get("r", 0))), float(shape.get("ry", shape.get("r", 0)))
    arc = f"a{across:g} {down:g} 0 1 0 "
    return f"M{x - across:g} {y:g}{arc}{2 * across:g} 0{arc}{-2 * across:g} 0z"


def rectangle(shape):
    """A rectangle with round corners as a path."""
    x, y, width, height, round_ = (float(shape.get(key, 0)) for key in ("x", "y", "width", "height", "rx"))
    corner = f"a{round_:g} {round_:g} 0 0 1 "
    return (f"M{x + round_:g} {y:g}h{width - 2 * round_:g}{corner}{round_:g} {round_:g}v{height - 2 * round_:g}"
            f"{corner}{-round_:g} {round_:g}h{2 * round_ - width:g}{corner}{-round_:g} {-round_:g}"
            f"v{2 * round_ - height:g}{corner}{round_:g} {-round_:g}z")


def paths(file):
    """The drawing as paths; none when it holds anything else."""
    found = []
    for name, rest in re.findall(r"<(\w+)([^<>]*)>", file.read_text(encoding="utf-8")):
        shape = dict(re.findall(r'\b([a-z-]+)="([^"]*)"', rest))
        if name == "svg":
            continue
        draw = {"path": lambda shape: shape["d"], "circle": circle, "ellipse": circle, "rect": rectangle}.get(name)
        if draw is None or "transform" in shape:
            return []
        found.append(("!" if shape.get("fill-rule") == "evenodd" else "") + " ".join(draw(shape).split()))
    return found


def library(folder):
    lines = ["# Bootstrap Icons, Copyright 2019 The Bootstrap Authors, MIT licence"]
    for file in sorted(folder.glob("*.svg")):
        drawn = paths(file)
        if drawn:
            lines.append("\t".join([file.stem, *drawn]))
    return "\n".join(lines) + "\n"


def write(target, text):
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def main(file, folder="/usr/share/bootstrap-icons/svg"):
    target, folder = pathlib.Path(file), pathlib.Path(folder)
    write(target, sheet(folder))
    write(target.with_name("symbols.txt"), library(folder))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
