"""The shapes that the queries of a Neo4j store return: an event with its claims, a claim with its evidence."""

from __future__ import annotations

from typing import LiteralString

#: Of an actor's form: what `neo4j_rows.actor_of` reads. A claim's relation keeps the form it uses.
_FORM: LiteralString = "id: a.id, name: n.name, kind: n.kind, named: n.named, aliases: n.aliases, roles: n.roles"

#: Of a claim `c` with the head of its article version: what `neo4j_rows.claim_of` reads.
_CLAIM: LiteralString = f"""claim: properties(c),
    evidence: COLLECT {{ MATCH (c)-[:RESTS_ON]->(q:Evidence) RETURN properties(q) ORDER BY q.position }},
    participants: COLLECT {{ MATCH (c)-[n:NAMES]->(a:Actor)
        RETURN {{{_FORM}, role: n.role}} ORDER BY n.position }},
    speakers: COLLECT {{ MATCH (c)-[n:SPOKEN_BY]->(a:Actor) RETURN {{{_FORM}}} }}"""

#: Of a statement `s` that speaks, by `r`, of a claim or an event: what `neo4j_rows.voice_of` reads.
_VOICE: LiteralString = """MATCH (s)-[:RESTS_ON]->(q:Evidence {position: 0}), (s)-[:FROM]->(w:Article)
    RETURN {claim: s.id, version: w.version, start: q.start, end: q.end, stance: r.stance, scope: r.scope,
    words: s.words, speakers: COLLECT { MATCH (s)-[n:SPOKEN_BY]->(a:Actor) RETURN {""" + (_FORM + "} } }")

_HEAD: LiteralString = """id: v.id, version: v.version, sha256: v.sha256, source: v.source, url: v.url,
    title: v.title, published: v.published, revised: v.revised"""

CLAIM: LiteralString = f"{{{_CLAIM}}}"
TELLING: LiteralString = f"""{{{_CLAIM}, head: {{{_HEAD}, sketch: v.sketch, credits: v.credits}},
    voices: COLLECT {{ MATCH (c)<-[r:SPEAKS_OF]-(s:Statement) {_VOICE} }} }}"""

#: Of an event `e`: its claims in the order in which they make it up.
EVENT: LiteralString = f"""RETURN e.id AS id, e.block AS block, e.independent AS independent, COLLECT {{
    MATCH (e)<-[t:ABOUT]-(c:Claim)-[:FROM]->(v:Article)
    RETURN {{{_CLAIM}, head: {{{_HEAD}}}}} ORDER BY t.position }} AS tellings, COLLECT {{
    MATCH (e)<-[r:CONFIRMS|DENIES|DISPUTES|SPEAKS_OF]-(s:Statement) {_VOICE} }} AS voices"""
BRIEF: LiteralString = """RETURN e.id AS id, e.type AS type, e.status AS status, e.date AS edtf,
    COLLECT { MATCH (e)<-[:PARTICIPATED_IN]-(a:Actor) WHERE a.named RETURN a.id } AS actors"""

ARTICLE: LiteralString = "properties(v) AS article"
EXTRACTION: LiteralString = f"""MATCH (v:Article {{version: $version}}) RETURN {ARTICLE}, COLLECT {{
    MATCH (v)<-[:FROM]-(c:Claim) RETURN {CLAIM} ORDER BY c.position }} AS claims"""
ACTOR: LiteralString = """{id: a.id, name: a.name, kind: a.kind, named: a.named, aliases: a.aliases, roles: a.roles}"""
