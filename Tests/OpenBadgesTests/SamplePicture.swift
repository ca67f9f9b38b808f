import CZlib
import Foundation

enum SamplePicture {
    /// One pixel.
    static let png = png()

    static let svg = """
        \u{FEFF}<?xml version="1.0"?><!-- <svg> --><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" a='>"'>\
        <title>🏅 &amp; &#x27; שלום</title><g><path d="M0 0"/></g></svg>
        """

    static func png(with chunks: (type: String, data: String)...) -> [UInt8] {
        let pixel: [UInt8] = [0x78, 0x9C, 0x63, 0x60, 0x60, 0x60, 0x00, 0x00, 0x00, 0x04, 0x00, 0x01]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
            + chunks.flatMap { chunk($0.type, Array($0.data.utf8)) }
            + chunk("IDAT", pixel) + chunk("IEND", [])
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        let checksum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
        return number(data.count) + body + number(Int(checksum))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [UInt8(value >> 24 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}
