/// Waits for what happens to a screen: keys, pasted text, a new size, the end.
internal import Foundation
internal import Workbench

struct ScreenKeyboard {
  /// What happened.
  enum Event: Equatable {
    case key(Key)
    case paste(String)
    /// The screen is to be drawn whole: its size changed, or the program goes on after a stop.
    case redraw
    /// Nothing came for as long as was waited.
    case quiet
    /// Nothing more will come.
    case end
  }

  /// How long an escape character waits for the rest of its sequence, in milliseconds: longer than
  /// a terminal takes, shorter than a person notices.
  private static let patience: Int32 = 30

  private var decoder = KeyDecoder()

  /// Whether something has been typed that was not asked for yet.
  mutating func hasMore() -> Bool {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return decoder.isWaiting || poll(&ready, 1, 0) > 0
  }

  /// Waits for the next event.
  /// - Parameter rest: how long a rest is an event too, in milliseconds.
  mutating func next(within rest: Int32) -> Event {
    var isAll = false
    while true {
      switch decoder.next(isAll: isAll) {
      case .key(let key)?: return .key(key)
      case .paste(let text)?: return .paste(text)
      case nil: break
      }
      let isOpen = decoder.isWaiting && !isAll
      switch wait(milliseconds: isOpen ? Self.patience : rest) {
      case .bytes(let bytes): decoder.feed(bytes)
      case .nothing where !isOpen: return .quiet
      case .nothing: isAll = true
      case .news: return .redraw
      case .end: return .end
      }
    }
  }

  private enum Arrival {
    case bytes([UInt8])
    case nothing
    case news
    case end
  }

  private func wait(milliseconds: Int32) -> Arrival {
    var ready = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: KeyMode.news.reading, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ready, 2, milliseconds)
    if count == 0 { return .nothing }
    if count < 0 { return errno == EINTR ? .bytes([]) : .end }
    var bytes = [UInt8](repeating: 0, count: 4096)
    if ready[1].revents != 0 {
      while read(KeyMode.news.reading, &bytes, bytes.count) > 0 {}
      return .news
    }
    let read = read(STDIN_FILENO, &bytes, bytes.count)
    if read > 0 { return .bytes(Array(bytes[..<read])) }
    return read < 0 && errno == EINTR ? .bytes([]) : .end
  }
}
