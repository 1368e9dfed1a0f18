"""The list of articles, and the page of one version: its text with every claim marked beside its note."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from api.answers import json_answer, page_answer
from api.pages.addresses import article_address
from api.pages.filters import asked_for
from api.pages.highlights import paragraphs
from api.pages.html import html, next_page, twin
from api.questions import Paged
from api.routes.articles import article_record
from api.schemas import articles_json
from api.store_access import the_store

pages = Blueprint("articles_page", __name__)


@pages.get("/articles")
def articles() -> Response:
    """List article versions."""
    question = _question()
    page = the_store().articles(after=question.after, limit=question.size())
    return html(render_template("articles.html", page=page, more=next_page(page.next), twin=twin("/articles.json")))


@pages.get("/articles.json")
def list_json() -> Response:
    """Return the list as JSON."""
    question = _question()
    return page_answer(articles_json(the_store().articles(after=question.after, limit=question.size())))


def _question() -> Paged:
    return asked_for(Paged, after=request.args.get("after") or None, limit=request.args.get("limit"))


@pages.get("/articles/<path:ref>")
def article(ref: str) -> Response:
    """Show an article version with its evidence."""
    store = the_store()
    shown = store.article(ref)
    extraction = store.extraction(shown.version)
    events = store.article_events(shown.version)
    people = {p.actor.id for claim in extraction.claims for p in claim.participants if p.actor.named}
    return html(
        render_template(
            "article.html",
            article=shown,
            versions=store.versions(shown.id),
            claims=extraction.claims,
            people=len(people),
            paragraphs=paragraphs(extraction, events),
            twin=f"{article_address(shown.version)}.json",
        )
    )


@pages.get("/articles/<path:ref>.json")
def article_json(ref: str) -> Response:
    """Return the article as JSON."""
    return json_answer(article_record(ref))
