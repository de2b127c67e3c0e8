PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE document_pair (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES document_pair(id),
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND instr(name, ':') = 0),
  client TEXT, domain TEXT, date TEXT, note TEXT,
  next_row INTEGER NOT NULL CHECK (next_row > 0),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO document_pair VALUES(1,1,'press','SCIO',NULL,NULL,NULL,9,0);
CREATE TABLE text (
  pair INTEGER NOT NULL REFERENCES document_pair(id),
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  encoding TEXT NOT NULL CHECK (encoding <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes = length(CAST(text AS BLOB))),
  paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
  PRIMARY KEY (pair, side)
) STRICT;
INSERT INTO text VALUES(1,'source','zh.txt','ab4d7299969cbe82b416b6c59a4041782256cbfec6439b6b0c50293518fc7ddc','UTF-8','zh-Hans',replace('第一章 开会\n\n曹淑敏：各位记者，大家上午好。今天我们发布白皮书。\n\n记者：请问去年立法140余部，是吗？\n\n曹淑敏：是的。\n','\n',char(10)),167,'[[0,16],[18,93,18,30],[95,143,95,104],[145,166,145,157]]');
INSERT INTO text VALUES(1,'target','en.txt','7e76d8bbe07d46eeedafe4ad5bc98100110ad36d916d1c979d7dd054bfc75528','UTF-8','en',replace('Chapter 1 The Meeting\n\nCao Shumin: Good morning, everyone. Today we release a white paper.\n\nReporter: Were more than 140 laws passed last year?\n\nCao Shumin: Yes.\n','\n',char(10)),162,'[[0,21],[23,90,23,34],[92,143,92,101],[145,161,145,156]]');
CREATE TABLE segment (
  pair INTEGER NOT NULL,
  side TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('sentence', 'label')),
  speaker TEXT,
  PRIMARY KEY (pair, side, start),
  FOREIGN KEY (pair, side) REFERENCES text(pair, side)
) STRICT, WITHOUT ROWID;
INSERT INTO segment VALUES(1,'source',0,16,0,'sentence',NULL);
INSERT INTO segment VALUES(1,'source',18,30,1,'label','曹淑敏');
INSERT INTO segment VALUES(1,'source',30,63,1,'sentence','曹淑敏');
INSERT INTO segment VALUES(1,'source',63,93,1,'sentence','曹淑敏');
INSERT INTO segment VALUES(1,'source',95,104,2,'label','记者');
INSERT INTO segment VALUES(1,'source',104,143,2,'sentence','记者');
INSERT INTO segment VALUES(1,'source',145,157,3,'label','曹淑敏');
INSERT INTO segment VALUES(1,'source',157,166,3,'sentence','曹淑敏');
INSERT INTO segment VALUES(1,'target',0,21,0,'sentence',NULL);
INSERT INTO segment VALUES(1,'target',23,34,1,'label','Cao Shumin');
INSERT INTO segment VALUES(1,'target',35,58,1,'sentence','Cao Shumin');
INSERT INTO segment VALUES(1,'target',59,90,1,'sentence','Cao Shumin');
INSERT INTO segment VALUES(1,'target',92,101,2,'label','Reporter');
INSERT INTO segment VALUES(1,'target',102,143,2,'sentence','Reporter');
INSERT INTO segment VALUES(1,'target',145,156,3,'label','Cao Shumin');
INSERT INTO segment VALUES(1,'target',157,161,3,'sentence','Cao Shumin');
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  author TEXT NOT NULL CHECK (author <> ''),
  pair INTEGER REFERENCES document_pair(id),
  action TEXT NOT NULL CHECK (action <> ''),
  subject TEXT NOT NULL,
  change TEXT CHECK (change IS NULL OR json_valid(change)),
  undoes INTEGER UNIQUE REFERENCES event(id) CHECK (undoes < id),
  root INTEGER NOT NULL REFERENCES event(id),
  CHECK ((undoes IS NULL) = (change IS NOT NULL)),
  CHECK ((undoes IS NULL) = (root = id)),
  CHECK ((undoes IS NULL) = (action NOT IN ('undo', 'redo')))
) STRICT;
INSERT INTO event VALUES(1,1679011200,'ann',1,'align','8 rows','{"presence":{"_0":{"after":[1],"before":[]}}}',NULL,1);
INSERT INTO event VALUES(2,1679011200,'ann',1,'confirm','row 3','{"rows":{"edit":{"rows":{"after":[{"confidence":0.9989020228385925,"doubts":[],"id":3,"source":[30,63],"status":"confirmed","target":[35,59]}],"before":[{"confidence":0.9989020228385925,"doubts":[],"id":3,"source":[30,63],"status":"unreviewed","target":[35,59]}]},"source":{"after":[],"before":[]},"target":{"after":[],"before":[]}},"pair":1}}',NULL,2);
INSERT INTO event VALUES(3,1679011200,'ann',1,'edit','row 4','{"rows":{"edit":{"rows":{"after":[{"confidence":0.99953693151474,"doubts":[],"edited":"We release a white paper today.","id":4,"source":[63,95],"status":"edited","target":[59,92]}],"before":[{"confidence":0.99953693151474,"doubts":[],"id":4,"source":[63,95],"status":"unreviewed","target":[59,92]}]},"source":{"after":[],"before":[]},"target":{"after":[],"before":[]}},"pair":1}}',NULL,3);
INSERT INTO event VALUES(4,1679011200,'ann',1,'confirm','row 6','{"rows":{"edit":{"rows":{"after":[{"confidence":0.997872531414032,"doubts":[],"id":6,"source":[104,145],"status":"confirmed","target":[102,145]}],"before":[{"confidence":0.997872531414032,"doubts":[],"id":6,"source":[104,145],"status":"unreviewed","target":[102,145]}]},"source":{"after":[],"before":[]},"target":{"after":[],"before":[]}},"pair":1}}',NULL,4);
INSERT INTO event VALUES(5,1679011200,'ann',1,'undo','confirm row 6',NULL,4,4);
INSERT INTO event VALUES(6,1679011200,'ann',NULL,'term add','T001','{"glossary":{"_0":{"after":[{"id":"T001","terms":[{"language":"zh","status":"preferred","text":"白皮书"},{"language":"en","status":"preferred","text":"white paper"}]}],"before":[]}}}',NULL,6);
CREATE TABLE row (
  pair INTEGER NOT NULL REFERENCES document_pair(id),
  id INTEGER NOT NULL CHECK (id > 0),
  source_start INTEGER NOT NULL CHECK (source_start >= 0),
  source_stop INTEGER NOT NULL CHECK (source_stop >= source_start),
  target_start INTEGER NOT NULL CHECK (target_start >= 0),
  target_stop INTEGER NOT NULL CHECK (target_stop >= target_start),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('unreviewed', 'accepted', 'confirmed', 'edited',
    'omitted', 'added', 'non-text', 'rejected')),
  doubts TEXT CHECK (doubts IS NULL OR json_valid(doubts) AND doubts <> '[]'),
  edited TEXT,
  comment TEXT,
  event INTEGER NOT NULL REFERENCES event(id),
  PRIMARY KEY (pair, id),
  UNIQUE (pair, source_start, target_start),
  CHECK (source_stop > source_start OR target_stop > target_start),
  CHECK (status <> 'edited' OR edited IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "row" VALUES(1,1,0,18,0,23,0.99693340063095092773,'unreviewed',NULL,NULL,NULL,1);
INSERT INTO "row" VALUES(1,2,18,30,23,35,0.99612110853195190429,'unreviewed',NULL,NULL,NULL,1);
INSERT INTO "row" VALUES(1,3,30,63,35,59,0.99890202283859252929,'confirmed',NULL,NULL,NULL,2);
INSERT INTO "row" VALUES(1,4,63,95,59,92,0.99953693151473999023,'edited',NULL,'We release a white paper today.',NULL,3);
INSERT INTO "row" VALUES(1,5,95,104,92,102,0.99684453010559082031,'unreviewed',NULL,NULL,NULL,1);
INSERT INTO "row" VALUES(1,6,104,145,102,145,0.99787253141403198242,'unreviewed',NULL,NULL,NULL,5);
INSERT INTO "row" VALUES(1,7,145,157,145,157,0.99602240324020385742,'unreviewed',NULL,NULL,NULL,1);
INSERT INTO "row" VALUES(1,8,157,167,157,162,0.99972105026245117187,'unreviewed',NULL,NULL,NULL,1);
CREATE TABLE concept (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  domain TEXT,
  definition TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO concept VALUES('T001',NULL,NULL);
CREATE TABLE term (
  concept TEXT NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'superseded',
    'forbidden')),
  part_of_speech TEXT,
  note TEXT,
  PRIMARY KEY (concept, position),
  UNIQUE (concept, language, text)
) STRICT, WITHOUT ROWID;
INSERT INTO term VALUES('T001',0,'zh','白皮书','preferred',NULL,NULL);
INSERT INTO term VALUES('T001',1,'en','white paper','preferred',NULL,NULL);
CREATE UNIQUE INDEX document_pair_name ON document_pair(name) WHERE removed = 0;
CREATE INDEX document_pair_line ON document_pair(line);
CREATE INDEX event_pair ON event(pair, root);
CREATE INDEX event_root ON event(root);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
COMMIT;
