import CZlib
package import Foundation

/// Writes a ZIP file (APPNOTE 6.3.10) in memory: names in UTF-8, pictures as they are, everything else deflated.
package struct ZIPFile {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private let date: Date

    /// - Parameter date: of all files in it.
    package init(date: Date) { self.date = date }

    /// - Parameter isPacked: whether the bytes are packed already, as those of a PNG.
    package mutating func add(_ name: String, _ bytes: [UInt8], isPacked: Bool = false) throws {
        let stored = isPacked ? bytes : try GzipPacker.deflated(bytes)
        let checksum = bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, uInt($0.count))) }
        let (day, time) = dosMoment
        // Flag 0x0800: the name is UTF-8. Method 0 stores, 8 deflates.
        let common: [UInt8] =
            Self.two(20) + Self.two(0x0800) + Self.two(isPacked ? 0 : 8) + Self.two(time) + Self.two(day)
            + Self.four(checksum) + Self.four(stored.count) + Self.four(bytes.count) + Self.two(name.utf8.count)
            + Self.two(0)
        directory += Self.four(0x0201_4B50) + Self.two(0x0314) + common + Self.two(0) + Self.two(0) + Self.two(0)
        directory += Self.four(0o100644 << 16) + Self.four(body.count) + Array(name.utf8)
        body += Self.four(0x0403_4B50) + common + Array(name.utf8) + stored
        count += 1
    }

    package var bytes: [UInt8] {
        let counts = Self.two(count) + Self.two(count)
        return body + directory + Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + counts
            + Self.four(directory.count) + Self.four(body.count) + Self.two(0)
    }

    /// Date and time as MS-DOS wrote them, in UTC.
    private var dosMoment: (day: Int, time: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let year = max(0, (parts.year ?? 1980) - 1980)
        let day = year << 9 | (parts.month ?? 1) << 5 | (parts.day ?? 1)
        return (day, (parts.hour ?? 0) << 11 | (parts.minute ?? 0) << 5 | (parts.second ?? 0) / 2)
    }

    private static func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
