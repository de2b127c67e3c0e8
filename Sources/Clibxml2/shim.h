// libxml2's headers include ICU's where it was built with ICU, and those clash with Foundation's own
// copy. What they declare is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
