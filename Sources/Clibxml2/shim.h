#include <libxml/xmlreader.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
