internal import Bitext
internal import Foundation
internal import Markup

/// EPUB: the chapters of a book in reading order. Its table of contents is left out and counted.
enum EPUB: TextFormat {
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool {
    zip?.has("META-INF/container.xml") == true
  }

  static func read(_ file: SourceFile) throws(DocumentError) -> Extract {
    let zip = try ZipArchive(file)
    let container = PackagePlace()
    try zip.readXML("META-INF/container.xml", to: container)
    guard let path = container.path, zip.has(path) else {
      throw .damaged(file.name, "its contents are not listed")
    }
    let package = EPUBPackage(at: path)
    try zip.readXML(path, to: package)
    try refuseProtected(zip, package.chapters, file)
    var book = Extract(text: "", paragraphs: [])
    for chapter in try chapters(package.chapters, of: zip, file) { book.append(chapter) }
    book.leftOut.add("table of contents", package.left)
    return book
  }

  /// The chapters in the order of the list. O(size): the file is gone through once.
  private static func chapters(
    _ list: [String], of zip: ZipArchive, _ file: SourceFile
  ) throws(DocumentError) -> [Extract] {
    let places = Dictionary(
      list.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var chapters: [(place: Int, extract: Extract)] = []
    func isWanted(_ part: String) -> Bool { places[part] != nil }
    try zip.eachPart(named: isWanted) { part throws(DocumentError) in
      var bytes: [UInt8] = []
      try part.stream {
        bytes += $0
        return true
      }
      let chapter = SourceFile(bytes, name: "\(file.name): \(part.name)", encoding: file.encoding)
      chapters.append((places[part.name] ?? 0, try HTML.read(chapter, isBook: true)))
    }
    return chapters.sorted { $0.place < $1.place }.map(\.extract)
  }

  /// Refuses a book whose chapters are encrypted. Its fonts often are, and do not matter.
  private static func refuseProtected(
    _ zip: ZipArchive, _ chapters: [String], _ file: SourceFile
  ) throws(DocumentError) {
    let encrypted = EncryptedParts()
    try zip.readXML("META-INF/encryption.xml", to: encrypted)
    guard chapters.contains(where: encrypted.names.contains) else { return }
    throw .notText(
      file.name, what: "a book protected against copying",
      remedy: "ask the publisher for a copy without protection, or for the text")
  }
}

/// Where the package's list of contents is: `META-INF/container.xml` says it.
private final class PackagePlace: MarkupHandler {
  var path: String?

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    if element == "rootfile", path == nil { path = attributes["full-path"] }
  }
}

/// The package document: which parts are chapters, and in which order they are read.
private final class EPUBPackage: MarkupHandler {
  /// The chapters' names in the zip file, in reading order.
  private(set) var chapters: [String] = []
  /// How many parts of the reading order are no text.
  private(set) var left = 0

  private let folder: [Substring]
  private var items: [String: (name: String?, isText: Bool)] = [:]

  init(at path: String) { folder = path.split(separator: "/").dropLast() }

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    switch element {
    case "item":
      guard let id = attributes["id"], let address = attributes["href"] else { return }
      let isContents = attributes["properties"]?.split(separator: " ").contains("nav") == true
      let type = attributes["media-type"] ?? ""
      items[id] = (name(of: address), type.contains("html") && !isContents)
    case "itemref":
      guard let id = attributes["idref"], let item = items[id], let name = item.name else { return }
      if item.isText { chapters.append(name) } else { left += 1 }
    default: break
    }
  }

  /// The name of the part at an address relative to the package document.
  private func name(of address: String) -> String? {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    guard let plain = String(path).removingPercentEncoding else { return nil }
    var steps = folder
    for step in plain.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// Which parts are encrypted: `META-INF/encryption.xml` says it.
private final class EncryptedParts: MarkupHandler {
  var names: Set<String> = []

  func begin(_ element: String, _ attributes: MarkupAttributes) {
    guard element == "CipherReference", let address = attributes["URI"] else { return }
    names.insert(address.removingPercentEncoding ?? address)
  }
}
