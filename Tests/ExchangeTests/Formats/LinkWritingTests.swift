// What links and their two texts are written as.
import Bitext
import Foundation
import Testing

@testable import Exchange

extension WritingTests {
  @Test func links() throws {
    #expect(
      try Self.files(.tei, "press.xml") == """
        == press.en.xml
        <?xml version="1.0" encoding="UTF-8"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
        <teiHeader><fileDesc><titleStmt><title>press</title></titleStmt><publicationStmt><p/>\
        </publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body>
        <p id="1">
        <s id="1:1">We deepen trust</s>
        </p>
        <p id="2">
        <s id="2:1">&amp; &lt;understanding&gt;.</s>
        </p>
        <p id="3">
        <s id="3:1">=Thank you.</s>
        </p>
        </body></text>
        </TEI>
        == press.zh.en.xml
        <?xml version="1.0" encoding="UTF-8"?>
        <linkGrp toDoc="press.en.xml" fromDoc="press.zh.xml">
        <link type="2-1" xtargets="1:1 2:1;1:1" status="man"/>
        <link type="1-1" xtargets="3:1;2:1" status="auto"/>
        <link type="0-1" xtargets=";3:1" status="auto"/>
        </linkGrp>
        == press.zh.xml
        <?xml version="1.0" encoding="UTF-8"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh-Hans">
        <teiHeader><fileDesc><titleStmt><title>press</title></titleStmt><publicationStmt><p/>\
        </publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body>
        <p id="1">
        <s id="1:1">我们增进了解，深化“互信”。</s>
        </p>
        <p id="2">
        <s id="2:1">谢谢！</s>
        </p>
        <p id="3">
        <s id="3:1">好。</s>
        </p>
        </body></text>
        </TEI>

        """)
    #expect(
      try Self.files(.xces, "press.xml").contains(
        """
        <cesAlign version="1.0">
        <linkGrp targType="s" fromDoc="press.zh.xml" toDoc="press.en.xml">
        <link id="SL1" certainty="0.875" xtargets="s1.1;s1.1 s2.1"/>
        <link id="SL2" xtargets="s2.1;s3.1"/>
        <link id="SL3" xtargets="s3.1;"/>
        </linkGrp>
        </cesAlign>

        """))
  }
}
