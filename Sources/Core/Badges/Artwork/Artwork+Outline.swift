import Foundation

extension Artwork.Shape {
    /// The `d` of a path around (120, 120) on a grid of 240 units.
    ///
    /// - Parameter radius: from the middle to the tip of a hexagon, at most 108; other shapes look as large at the same
    ///   radius.
    package func outline(radius: Double) -> String {
        switch self {
        case .hexagon: Self.polygon(corners: 6, radius: radius, softness: 0.19)
        case .octagon: Self.polygon(corners: 8, radius: radius * 1.02, softness: 0.15, turn: .pi / 8)
        case .diamond: Self.polygon(corners: 4, radius: radius * 1.1, softness: 0.36)
        case .circle: Self.circle(radius: radius * 0.96)
        case .rosette: Self.rosette(radius: radius)
        case .shield: Self.shield(scale: radius / 108)
        }
    }

    /// Where the eye sees the middle of the shape.
    var middle: Double { self == .shield ? 115 : 120 }

    private static func polygon(corners: Int, radius: Double, softness: Double, turn: Double = 0) -> String {
        let points = (0..<corners).map { Point(angle: turn + 2 * .pi * Double($0) / Double(corners), radius: radius) }
        let cut = radius * softness
        var path = ""
        for (index, point) in points.enumerated() {
            let before = point.moved(by: cut, towards: points[(index + corners - 1) % corners])
            let after = point.moved(by: cut, towards: points[(index + 1) % corners])
            path += "\(index == 0 ? "M" : "L")\(before)Q\(point) \(after)"
        }
        return path + "Z"
    }

    private static func circle(radius: Double) -> String {
        let (top, bottom) = (Point(angle: 0, radius: radius), Point(angle: .pi, radius: radius))
        let arc = "A\(short(radius)) \(short(radius)) 0 0 1 "
        return "M\(top)\(arc)\(bottom)\(arc)\(top)Z"
    }

    private static func rosette(radius: Double) -> String {
        let petals = 14
        let step = 2 * .pi / Double(petals)
        var path = "M\(Point(angle: 0, radius: radius * 0.93))"
        for petal in 0..<petals {
            let angle = Double(petal) * step
            path += "Q\(Point(angle: angle + step / 2, radius: radius * 1.09)) "
            path += "\(Point(angle: angle + step, radius: radius * 0.93))"
        }
        return path + "Z"
    }

    private static func shield(scale: Double) -> String {
        func at(_ x: Double, _ y: Double) -> Point { Point(x: 120 + x * scale, y: 120 + y * scale) }
        let right =
            "Q\(at(38, -84)) \(at(76, -81))Q\(at(90, -80)) \(at(90, -66))"
            + "L\(at(90, 2))C\(at(90, 62)) \(at(44, 96)) \(at(0, 110))"
        let left =
            "C\(at(-44, 96)) \(at(-90, 62)) \(at(-90, 2))L\(at(-90, -66))"
            + "Q\(at(-90, -80)) \(at(-76, -81))Q\(at(-38, -84)) \(at(0, -102))"
        return "M\(at(0, -102))\(right)\(left)Z"
    }
}
