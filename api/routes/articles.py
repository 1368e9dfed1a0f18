"""Articles: send them, list them, read one with the events it tells of."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from flask import Response, current_app, request

from api.adding import add, failures, outcomes_json, status_of
from api.answers import bytes_answer, json_answer, page_answer
from api.bodies import read_body
from api.contract import AddedAnswer, ArticleAnswer, ArticlesAnswer
from api.problems import UnreadableError
from api.questions import AddQuestion, NoQuestion, Paged, RefPath
from api.routes.document import PREFIX, articles_body, blueprint, problems
from api.schemas import Json, article_with_claims_json, articles_json, dump
from api.store_access import the_store

api = blueprint("articles")

_ADD_PROBLEMS = problems(HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


@api.post(
    "/articles",
    responses={200: AddedAnswer, 201: AddedAnswer, 207: AddedAnswer, **_ADD_PROBLEMS},
    request_body=articles_body(),
)
def add_articles(query: AddQuestion) -> Response:
    """Read articles, extract what they tell, and store both: 201 something new, 200 all known, 207 some failed."""
    documents = read_body(request, query, current_app.config["WHOMET"])
    outcomes = add(the_store(), documents, current_app.config["WHOMET_EXTRACTOR"])
    record = outcomes_json(outcomes)
    status = status_of(outcomes)
    if status is HTTPStatus.UNPROCESSABLE_ENTITY:
        raise UnreadableError("; ".join(failures(outcomes)), **record)
    answer = bytes_answer(dump(record).encode(), "application/json", status)
    if status is HTTPStatus.CREATED and len(outcomes) == 1:
        answer.headers["Location"] = f"{PREFIX}/articles/{quote(record['documents'][0]['version'], safe='')}"
    return answer


@api.get("/articles", responses={200: ArticlesAnswer, **problems()})
def list_articles(query: Paged) -> Response:
    """List article versions in the order of their ids, without their texts."""
    return page_answer(articles_json(the_store().articles(after=query.after, limit=query.size())))


@api.get("/articles/<path:ref>", responses={200: ArticleAnswer, **problems(HTTPStatus.NOT_FOUND)})
def read_article(path: RefPath, query: NoQuestion) -> Response:  # noqa: ARG001
    """Return an article version (by version id, hash, or article id for the latest) and the events it tells of."""
    return json_answer(article_record(path.ref))


def article_record(ref: str) -> Json:
    """Return an article version with its other versions and its events."""
    store = the_store()
    article = store.article(ref)
    return article_with_claims_json(article, store.versions(article.id), store.article_events(article.version))
