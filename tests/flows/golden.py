"""Articles as a golden file shows them: the imprint, then the text with its regions in brackets."""

from collections.abc import Iterable

from schemas import Article, Failure


def shown(found: Iterable[Article | Failure]) -> str:
    return "\n\n".join(_failure(item) if isinstance(item, Failure) else _article(item) for item in found) + "\n"


def _failure(failure: Failure) -> str:
    return f"failure: {failure.address}\nreason: {failure.reason}\nmessage: {failure.message}"


def _article(article: Article) -> str:
    head = (
        f"address: {article.address}\ntitle: {article.title}\npublisher: {article.publisher}\n"
        f"authors: {'; '.join(article.authors) or None}\npublished: {article.published} ({article.published_basis})\n"
        f"language: {article.language}\n"
    )
    return head + "\n" + _marked(article)


def _marked(article: Article) -> str:
    parts, reached = [], 0
    for region in article.regions:
        inside = article.text[region.char_start : region.char_end]
        parts += [article.text[reached : region.char_start], f"⟦{region.kind}: {inside}⟧"]
        reached = region.char_end
    return "".join([*parts, article.text[reached:]])
