import Foundation

/// A place on the grid, written as SVG wants it.
struct Point: CustomStringConvertible {
    var x: Double
    var y: Double

    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// - Parameter angle: clockwise from the top, in radians.
    init(angle: Double, radius: Double) {
        self.init(x: 120 + radius * sin(angle), y: 120 - radius * cos(angle))
    }

    func moved(by distance: Double, towards other: Point) -> Point {
        let share = distance / max(hypot(other.x - x, other.y - y), 0.001)
        return Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
    }

    var description: String { "\(short(x)) \(short(y))" }
}

/// `value` with at most one digit after the point, and none when it is 0.
func short(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}
