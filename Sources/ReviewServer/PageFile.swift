internal import Foundation

/// The files of the page, which are part of the program.
struct PageFile {
  let bytes: Data
  let type: String

  private init(_ bytes: [UInt8], _ type: String) { (self.bytes, self.type) = (Data(bytes), type) }

  private static func script(_ bytes: [UInt8]) -> PageFile {
    PageFile(bytes, "text/javascript; charset=utf-8")
  }

  private static func page(_ bytes: [UInt8]) -> PageFile {
    PageFile(bytes, "text/html; charset=utf-8")
  }

  /// The file at a path below the token; `nil` when there is none.
  static func named(_ path: [Substring]) -> PageFile? {
    if path == [""] { return page(PackageResources.index_html) }
    if path.count == 2, path[0] == "review", !path[1].isEmpty {
      return page(PackageResources.review_html)
    }
    guard path.count == 1 else { return nil }
    switch path[0] {
    case "style.css": return PageFile(PackageResources.style_css, "text/css; charset=utf-8")
    case "icon.svg": return PageFile(PackageResources.icon_svg, "image/svg+xml")
    case "index.js": return script(PackageResources.index_js)
    case "review.js": return script(PackageResources.review_js)
    case "server.js": return script(PackageResources.server_js)
    case "keys.js": return script(PackageResources.keys_js)
    case "ladder.js": return script(PackageResources.ladder_js)
    case "row.js": return script(PackageResources.row_js)
    case "minimap.js": return script(PackageResources.minimap_js)
    case "drag.js": return script(PackageResources.drag_js)
    case "dock.js": return script(PackageResources.dock_js)
    case "aside.js": return script(PackageResources.aside_js)
    case "figures.js": return script(PackageResources.figures_js)
    case "tools.js": return script(PackageResources.tools_js)
    case "words.js": return script(PackageResources.words_js)
    default: return nil
    }
  }
}
