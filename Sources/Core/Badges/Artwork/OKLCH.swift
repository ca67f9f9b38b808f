import Foundation

/// A colour by lightness (0...1), chroma and hue (degrees), in which equal steps look equal to people.
///
/// Björn Ottosson, "A perceptual color space for image processing": the matrices are from there.
struct OKLCH {
    var lightness: Double
    var chroma: Double
    var hue: Double

    /// Linear red, green and blue; outside 0...1 when no screen can show the colour.
    private var linear: (Double, Double, Double) {
        let radians = hue * .pi / 180
        let a = chroma * cos(radians)
        let b = chroma * sin(radians)
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let medium = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
        )
    }

    /// The nearest colour of the same lightness and hue that a screen can show.
    var shown: RGB {
        var colour = self
        while colour.chroma > 0, !colour.isShowable { colour.chroma -= 0.002 }
        let (red, green, blue) = colour.linear
        return RGB(red: Self.encoded(red), green: Self.encoded(green), blue: Self.encoded(blue))
    }

    private var isShowable: Bool {
        let (red, green, blue) = linear
        return [red, green, blue].allSatisfy { $0 > -0.0001 && $0 < 1.0001 }
    }

    private static func encoded(_ value: Double) -> UInt8 {
        let value = min(max(value, 0), 1)
        let curved = value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
        return UInt8((curved * 255).rounded())
    }
}
