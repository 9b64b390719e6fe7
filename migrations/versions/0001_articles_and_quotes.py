"""Articles, speakers, quotes, topics, and the full-text indexes with the triggers that keep them in step.

Both indexes are FTS5 tables with external content: they hold no words of their own. FTS5 must be told the old words
of a row before they change (`'delete'`), which is why each change has a trigger before and a trigger after it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ADD = (
    "INSERT INTO quotes_fts (rowid, text, speaker, organization, role, context, title)"
    " SELECT pk, text, speaker, organization, role, context, title FROM quote_words WHERE pk"
)
REMOVE = (
    "INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, organization, role, context, title)"
    " SELECT 'delete', pk, text, speaker, organization, role, context, title FROM quote_words WHERE pk"
)
OF_ARTICLE = "IN (SELECT pk FROM quotes WHERE article_pk = old.pk)"
OF_SPEAKER = "IN (SELECT pk FROM quotes WHERE speaker_id = old.id)"
QUOTE_CHANGED = " OR ".join(
    f"old.{column} IS NOT new.{column}" for column in ("text", "speaker_id", "role", "organization", "context")
)
SPEAKER_CHANGED = "old.name IS NOT new.name OR old.type IS NOT new.type"

TRIGGERS = {
    # the words of quotes
    "quotes_added": f"AFTER INSERT ON quotes BEGIN {ADD} = new.pk; END",
    "quotes_removing": f"BEFORE DELETE ON quotes BEGIN {REMOVE} = old.pk; END",
    "quotes_changing": f"BEFORE UPDATE ON quotes WHEN {QUOTE_CHANGED} BEGIN {REMOVE} = old.pk; END",
    "quotes_changed": f"AFTER UPDATE ON quotes WHEN {QUOTE_CHANGED} BEGIN {ADD} = new.pk; END",
    "titles_changing": (
        f"BEFORE UPDATE OF title ON articles WHEN old.title IS NOT new.title BEGIN {REMOVE} {OF_ARTICLE}; END"
    ),
    "titles_changed": (
        f"AFTER UPDATE OF title ON articles WHEN old.title IS NOT new.title BEGIN {ADD} {OF_ARTICLE}; END"
    ),
    "speakers_changing": (
        f"BEFORE UPDATE OF name, type ON speakers WHEN {SPEAKER_CHANGED} BEGIN {REMOVE} {OF_SPEAKER}; END"
    ),
    "speakers_changed": f"AFTER UPDATE OF name, type ON speakers WHEN {SPEAKER_CHANGED} BEGIN {ADD} {OF_SPEAKER}; END",
    # A cascade runs when the article is gone already, and with it the title that FTS5 must be told: quotes go first.
    "articles_removing": "BEFORE DELETE ON articles BEGIN DELETE FROM quotes WHERE article_pk = old.pk; END",
    # the names of speakers
    "names_added": (
        "AFTER INSERT ON speakers BEGIN INSERT INTO speakers_fts (rowid, folded) VALUES (new.pk, new.folded); END"
    ),
    "names_removed": (
        "AFTER DELETE ON speakers BEGIN"
        " INSERT INTO speakers_fts (speakers_fts, rowid, folded) VALUES ('delete', old.pk, old.folded); END"
    ),
    "names_changed": (
        "AFTER UPDATE OF folded ON speakers WHEN old.folded IS NOT new.folded BEGIN"
        " INSERT INTO speakers_fts (speakers_fts, rowid, folded) VALUES ('delete', old.pk, old.folded);"
        " INSERT INTO speakers_fts (rowid, folded) VALUES (new.pk, new.folded); END"
    ),
    # how many quotes a speaker has
    "count_added": (
        "AFTER INSERT ON quotes WHEN new.speaker_id IS NOT NULL BEGIN"
        " UPDATE speakers SET quotes = quotes + 1 WHERE id = new.speaker_id; END"
    ),
    "count_removed": (
        "AFTER DELETE ON quotes WHEN old.speaker_id IS NOT NULL BEGIN"
        " UPDATE speakers SET quotes = quotes - 1 WHERE id = old.speaker_id; END"
    ),
    "count_moved": (
        "AFTER UPDATE OF speaker_id ON quotes WHEN old.speaker_id IS NOT new.speaker_id BEGIN"
        " UPDATE speakers SET quotes = quotes - 1 WHERE id = old.speaker_id;"
        " UPDATE speakers SET quotes = quotes + 1 WHERE id = new.speaker_id; END"
    ),
    # the date of an article, repeated in its quotes
    "dates_changed": (
        "AFTER UPDATE OF published ON articles WHEN old.published IS NOT new.published BEGIN"
        " UPDATE quotes SET published = new.published WHERE article_pk = new.pk; END"
    ),
}


def upgrade() -> None:
    """Make everything."""
    op.create_table(
        "articles",
        sa.Column("pk", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("title", sa.String),
        sa.Column("url", sa.String),
        sa.Column("outlet", sa.String),
        sa.Column("outlet_folded", sa.String, nullable=False),
        sa.Column("published", sa.String, nullable=False),
        sa.Column("language", sa.String),
        sa.Column("origin", sa.String),
        sa.Column("text_sha256", sa.String, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("added", sa.String, nullable=False),
        sa.Column("changed", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("articles_outlet", "articles", ["outlet_folded"])
    op.create_table(
        "speakers",
        sa.Column("pk", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("quotes", sa.Integer, nullable=False, server_default="0"),
    )
    op.create_index("speakers_by_quotes", "speakers", ["quotes", "pk"])
    op.create_table(
        "topics",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("folded", sa.String, nullable=False),
    )
    op.create_index("ix_topics_folded", "topics", ["folded"])
    op.create_table(
        "quotes",
        sa.Column("pk", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("article_pk", sa.Integer, sa.ForeignKey("articles.pk", ondelete="CASCADE"), nullable=False),
        sa.Column("speaker_id", sa.String, sa.ForeignKey("speakers.id")),
        sa.Column("published", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("speaker_start", sa.Integer),
        sa.Column("speaker_end", sa.Integer),
        sa.Column("mention", sa.String),
        sa.Column("cue", sa.String),
        sa.Column("cue_start", sa.Integer),
        sa.Column("cue_end", sa.Integer),
        sa.Column("role", sa.String),
        sa.Column("role_start", sa.Integer),
        sa.Column("role_end", sa.Integer),
        sa.Column("organization", sa.String),
        sa.Column("organization_start", sa.Integer),
        sa.Column("organization_end", sa.Integer),
        sa.Column("addressee", sa.String),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("context", sa.String, nullable=False),
        sa.Column("context_start", sa.Integer),
        sa.Column("context_end", sa.Integer),
        sa.Column("candidates", sa.String, nullable=False),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="quotes_span"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="quotes_confidence"),
    )
    op.create_index("quotes_by_date", "quotes", ["published", "article_pk", "start", "pk"])
    op.create_index("quotes_by_speaker", "quotes", ["speaker_id", "published", "article_pk", "start", "pk"])
    op.create_index("quotes_by_article", "quotes", ["article_pk", "start"])
    op.create_table(
        "quote_topics",
        sa.Column("quote_id", sa.String, sa.ForeignKey("quotes.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("topic", sa.String, sa.ForeignKey("topics.name"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("quote_topics_by_topic", "quote_topics", ["topic", "quote_id"])
    # An organisation that speaks for itself is found under its own name too.
    op.execute(
        "CREATE VIEW quote_words AS SELECT q.pk AS pk, q.text AS text, coalesce(s.name, '') AS speaker,"
        " coalesce(q.organization, '') || CASE WHEN s.type = 'organization' THEN ' ' || s.name ELSE '' END"
        " AS organization, coalesce(q.role, '') AS role, q.context AS context, coalesce(a.title, '') AS title"
        " FROM quotes q JOIN articles a ON a.pk = q.article_pk LEFT JOIN speakers s ON s.id = q.speaker_id"
    )
    op.execute(
        "CREATE VIRTUAL TABLE quotes_fts USING fts5(text, speaker, organization, role, context, title,"
        " content='quote_words', content_rowid='pk', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE speakers_fts USING fts5(folded, content='speakers', content_rowid='pk',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    for name, body in TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} {body}")


def downgrade() -> None:
    """Remove everything."""
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("DROP TABLE speakers_fts")
    op.execute("DROP TABLE quotes_fts")
    op.execute("DROP VIEW quote_words")
    for table in ("quote_topics", "quotes", "topics", "speakers", "articles"):
        op.drop_table(table)
