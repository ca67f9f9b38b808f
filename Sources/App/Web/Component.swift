/// A part of a page: values in, HTML out, nothing else.
protocol Component: Sendable {
    var html: HTML { get }
}
