"""Who is at the desk, and whether a form was made here.

A session is a random cookie; a form carries the session's form token, and the login form one that matches a cookie of
its own. Both are checked for every request that changes something, before its handler runs: `guarded` is a dependency
of the whole app, so no page can forget it.
"""

import hmac
import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from review.desk.pages import page
from review.desk.people import SESSION, LoginRefused, Role, Session
from review.desk.place import Desk, desk_of

SESSION_COOKIE = "foresaid_session"
LOGIN_COOKIE = "foresaid_login"
TOKEN_FIELD = "form_token"  # noqa: S105 - the name of a field
TOKEN_HEADER = "x-form-token"  # noqa: S105
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

At = Annotated[Desk, Depends(desk_of)]
router = APIRouter()


class SignInFirst(Exception):
    """A page was asked for without a session; answered by the way to the login."""


def session_of(request: Request, desk: At) -> Session | None:
    """The session that the request belongs to."""
    token = request.cookies.get(SESSION_COOKIE)
    request.state.session = desk.people.session(token, desk.clock()) if token else None
    session: Session | None = request.state.session
    return session


def signed_in(session: Annotated[Session | None, Depends(session_of)]) -> Session:
    """The session, for pages that need one."""
    if session is None:
        raise SignInFirst
    return session


def judging(session: Annotated[Session, Depends(signed_in)]) -> Session:
    """The session of somebody who may judge."""
    if not session.person.role.may_judge:
        raise HTTPException(403, "Your account may read and ask; a reviewer's may judge.")
    return session


def administering(session: Annotated[Session, Depends(signed_in)]) -> Session:
    """The session of an administrator."""
    if session.person.role is not Role.ADMIN:
        raise HTTPException(403, "This page is for administrators.")
    return session


SignedIn = Annotated[Session, Depends(signed_in)]
Judging = Annotated[Session, Depends(judging)]


async def guarded(request: Request, session: Annotated[Session | None, Depends(session_of)]) -> None:
    """Refuse a request that changes something unless it comes from a form of ours."""
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "This form was sent from another site.")
    expected = session.form_token if session else request.cookies.get(LOGIN_COOKIE, "")
    given = request.headers.get(TOKEN_HEADER) or (await request.form()).get(TOKEN_FIELD)
    if not expected or not isinstance(given, str) or not hmac.compare_digest(expected.encode(), given.encode()):
        raise HTTPException(403, "This form is out of date; go back, load the page again and send it once more.")


@router.get("/login")
def login_page(request: Request, onward: str = "/") -> Response:
    """The form that asks who it is."""
    return _login(request, onward)


@router.post("/login")
def login(
    request: Request, desk: At, name: Annotated[str, Form()], password: Annotated[str, Form()], onward: str = "/"
) -> Response:
    """Open a session, or say that name and password do not go together."""
    address = request.client.host if request.client else "unknown"
    try:
        token = desk.people.sign_in(name, password, address, desk.clock())
    except LoginRefused as refused:
        return _login(request, onward, name=name, refused=str(refused))
    return _entered(token, onward)


@router.get("/enter/{link}")
def enter(request: Request, desk: At, link: str) -> Response:
    """Follow a sign-in link, as `foresaid desk` prints it."""
    token = desk.people.follow(link, desk.clock())
    if token is None:
        return _login(request, "/", refused="This link has been used or is too old; sign in, or ask for another.")
    return _entered(token, "/")


@router.post("/logout")
def logout(request: Request, desk: At) -> Response:
    """End the session."""
    desk.people.sign_out(request.cookies.get(SESSION_COOKIE, ""))
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


def local(path: str) -> str:
    """A path on this desk, or its front page: a redirect never leads elsewhere."""
    parts = urlsplit(path)
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return path if is_ours and path.isprintable() else "/"


def _login(request: Request, onward: str, name: str = "", refused: str = "") -> Response:
    form_token = request.cookies.get(LOGIN_COOKIE) or secrets.token_urlsafe(32)
    answer = page(
        request, "login.html", status=401 if refused else 200,
        login_token=form_token, onward=local(onward), name=name, refused=refused,
    )  # fmt: skip
    answer.set_cookie(LOGIN_COOKIE, form_token, max_age=3600, httponly=True, samesite="strict")
    return answer


def _entered(token: str, onward: str) -> Response:
    """A new session always has a new cookie, whatever cookie the request came with."""
    answer = RedirectResponse(local(onward), status_code=303)
    answer.set_cookie(
        SESSION_COOKIE, token, max_age=int(SESSION.total_seconds()), httponly=True, samesite="lax", path="/"
    )
    answer.delete_cookie(LOGIN_COOKIE)
    return answer
