package import Foundation

extension Date {
    /// Reads a date or a date and time (ISO 8601, RFC 3339 §5.6); a date alone is its first second in UTC.
    ///
    /// - Returns: nil for anything else, also for days that no calendar has and for times without a zone:
    ///   what is ambiguous is not guessed.
    package init?(iso8601 text: some StringProtocol) {
        var reader = DigitReader(rest: Array(text.utf8)[...])
        guard let year = reader.number(4), year > 0, reader.skip("-"),
            let month = reader.number(2), (1...12).contains(month), reader.skip("-"),
            let day = reader.number(2), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds = Double(Self.daysSince1970(year, month, day)) * 86_400
        if !reader.rest.isEmpty {
            guard reader.skip("T") || reader.skip("t") || reader.skip(" "),
                let time = reader.time(), let offset = reader.offset(), reader.rest.isEmpty
            else { return nil }
            seconds += time - Double(offset)
        }
        self.init(timeIntervalSince1970: seconds)
    }

    /// Reads the date of an HTTP header (IMF-fixdate, RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    package init?(httpDate text: some StringProtocol) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = Array(String(text).split(separator: " ", omittingEmptySubsequences: false)).map(String.init)
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: parts[2]) else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(iso8601: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days in the proleptic Gregorian calendar; the year is counted from March, so that a leap day ends it.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }
}

/// Takes a time apart from the left.
private struct DigitReader {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, UInt32(byte) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Seconds since midnight.
    mutating func time() -> Double? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
        var seconds = Double(hour * 3600 + minute * 60)
        guard skip(":") else { return seconds }
        guard let second = number(2), second <= 60 else { return nil }
        seconds += Double(second)
        guard skip(".") || skip(",") else { return seconds }
        var place = 0.1
        guard let first = number(1) else { return nil }
        seconds += Double(first) * place
        while let digit = number(1) {
            place /= 10
            seconds += Double(digit) * place
        }
        return seconds
    }

    /// Seconds east of Greenwich.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isEast = skip("+")
        guard isEast || skip("-"), let hours = number(2), hours < 24 else { return nil }
        _ = skip(":")
        let minutes = number(2) ?? 0
        guard minutes < 60 else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
