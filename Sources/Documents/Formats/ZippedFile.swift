// Zip files and markup are read by `Markup`; what they cannot be read for is a `DocumentError` here.
public import Markup

extension DocumentError: MarkupFailure {}

typealias ZipArchive = Markup.ZipArchive<DocumentError>

extension Markup.ZipArchive<DocumentError> {
  /// Opens a file as a zip file.
  init(_ file: SourceFile) throws(DocumentError) { try self.init(file.bytes, name: file.name) }
}
