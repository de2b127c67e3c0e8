import Testing
import Workbench

@testable import BitextCLI

/// What terminals send, and the keys it stands for.
@Suite struct KeyDecoderTests {
  @Test(arguments: [
    ("jJ3", "j J 3"), (" \r\n\t", "space enter enter tab"), ("网？", "网 ？"), ("\u{7F}", "backspace"),
    ("\u{01}\u{13}\u{1A}\u{1D}", "ctrl-a ctrl-s ctrl-z ctrl-]"),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", "up down right left"),
    ("\u{1B}OA\u{1B}OH\u{1B}OP", "up home f1"),
    ("\u{1B}[1;5A\u{1B}[1;3D\u{1B}[1;2C", "ctrl-up alt-left shift-right"),
    ("\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[15~\u{1B}[24~", "delete pageup pagedown f5 f12"),
    ("\u{1B}[Z", "shift-tab"), ("\u{1B}n\u{1B}\u{7F}", "alt-n alt-backspace"),
    ("\u{1B}", "esc"), ("\u{1B}\u{1B}", "esc esc"), ("\u{1B}[99x", "esc"),
  ])
  func keys(bytes: String, names: String) {
    var decoder = KeyDecoder()
    decoder.feed(bytes.utf8)
    var keys: [String] = []
    while case .key(let key)? = decoder.next(isAll: true) { keys.append(key.name) }
    #expect(keys.joined(separator: " ") == names)
  }

  @Test func aSequenceInPiecesIsOneKey() {
    var decoder = KeyDecoder()
    for byte in Array("\u{1B}[1;5".utf8) + Array("网".utf8).prefix(0) {
      decoder.feed([byte])
      #expect(decoder.next(isAll: false) == nil && decoder.isWaiting)
    }
    decoder.feed("B".utf8)
    #expect(decoder.next(isAll: false) == .key(Key.down.with(["ctrl"])))
    for byte in Array("网".utf8).dropLast() {
      decoder.feed([byte])
      #expect(decoder.next(isAll: false) == nil)
    }
    decoder.feed(Array("网".utf8).suffix(1))
    #expect(decoder.next(isAll: false) == .key(Key("网")))
  }

  @Test func whatIsPastedIsNoKeys() {
    var decoder = KeyDecoder()
    decoder.feed("\u{1B}[200~qy 好\r\n\u{1B}[20".utf8)
    #expect(decoder.next(isAll: false) == nil)
    decoder.feed("1~q".utf8)
    #expect(decoder.next(isAll: false) == .paste("qy 好\r\n"))
    #expect(decoder.next(isAll: false) == .key(Key("q")))
  }
}
