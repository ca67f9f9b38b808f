/// The words of SVG that only draw.
enum SVGVocabulary {
    /// Elements we keep, and the name under which: links and switches become groups, so what they hold stays.
    static let elements = {
        let kept = """
            svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask
            use title desc text tspan symbol style
            """
        var names = Dictionary(uniqueKeysWithValues: kept.words.map { ($0, $0) })
        names["a"] = "g"
        names["switch"] = "g"
        return names
    }()

    static let textElements: Set = ["title", "desc", "text", "tspan", "style"]
    /// A picture without any of them is empty.
    static let drawingElements: Set = [
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use",
    ]
    static let referringElements: Set = ["use", "linearGradient", "radialGradient"]

    static let geometry = Set(
        """
        x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points dx dy rotate textLength lengthAdjust pathLength
        offset transform gradientTransform gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits
        preserveAspectRatio viewBox refX refY
        """.words
    )

    /// Attributes that may as well stand in a style.
    static let presentation = Set(
        """
        fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-opacity stroke-width opacity color clip-path clip-rule mask mask-type stop-color
        stop-opacity display visibility overflow paint-order vector-effect shape-rendering text-rendering
        color-interpolation font-family font-size font-style font-weight font-variant font-stretch letter-spacing
        word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode
        direction unicode-bidi
        """.words
    )

    /// Functions that may stand in a value, in lower case; `url` is looked at by itself.
    static let functions = Set(
        """
        rgb rgba hsl hsla hwb lab lch oklab oklch matrix translate scale rotate skewx skewy
        """.words
    )
}

extension String {
    fileprivate var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}
