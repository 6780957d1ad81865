"""`foresaid desk`: serve the web desk on this machine, and let its owner in."""

import getpass
import socket
import webbrowser

import click

from review.desk.people import People, Role
from review.parameters import now
from schemas import load_settings
from schemas.errors import ForesaidError

HOST = "127.0.0.1"
PORT = 8765


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True)
@click.option("--as", "name", metavar="NAME", help="Whom the sign-in link is for; at the first start, you.")
@click.option("--open/--no-open", "opens", default=False, help="Open the page in the browser.")
def desk(port: int, name: str | None, opens: bool) -> None:
    """Serve the desk at http://127.0.0.1:PORT until it is stopped.

    At the first start there is no account yet: you get one as administrator, and a link that signs you in. Later,
    --as NAME prints a link for an account; everybody else signs in with name and password. Each link works once.
    """
    import uvicorn

    from review.desk.app import create_app

    settings, door = load_settings(), _door(port)
    people = People(settings.accounts)
    address = f"http://{HOST}:{port}"
    owner = name or _first_owner(people)
    entrance = f"{address}/enter/{people.link_for(owner, now())}" if owner else address
    click.echo(f"The desk is at {address}; stop it with Ctrl-C.")
    if owner:
        click.echo(f"Sign in as {owner}: {entrance}")
    if opens:
        webbrowser.open(entrance)
    uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", server_header=False)).run([door])


def _door(port: int) -> socket.socket:
    """A socket of this machine alone, taken before anything is promised."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen()  # whoever follows the link at once waits until the desk is up
    except OSError:
        door.close()
        raise ForesaidError(f"Port {port} is taken; choose another with --port.") from None
    return door


def _first_owner(people: People) -> str | None:
    """The person at the keyboard, as administrator, where nobody has an account yet."""
    if people.everyone():
        return None
    return people.add(getpass.getuser(), Role.ADMIN, None, now()).name
