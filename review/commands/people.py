"""`foresaid people`: who may use the desk, and as what."""

import click

from review import output
from review.desk.people import SHORTEST_PASSWORD, People, Role
from review.output import Format
from review.parameters import OneOf, format_option, now
from schemas import load_settings

password_option = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    help=f"At least {SHORTEST_PASSWORD} characters; asked for if not given.",
)


@click.group()
def people() -> None:
    """Make and change the accounts of the web desk.

    An analyst reads and asks; a reviewer also judges and corrects; an administrator also sees what runs and fails.
    """


@people.command()
@click.argument("name")
@click.option("--role", type=OneOf(Role), default=Role.REVIEWER.value, show_default=True)
@password_option
def add(name: str, role: Role, password: str) -> None:
    """Make an account."""
    person = _people().add(name, role, password, now())
    click.echo(f"{person.name} may sign in as {person.role.value}.")


@people.command("list")
@format_option
def list_people(fmt: Format) -> None:
    """List the accounts."""
    output.write(("name", "role"), [(person.name, person.role.value) for person in _people().everyone()], fmt)


@people.command()
@click.argument("name")
@click.argument("role", type=OneOf(Role))
def role(name: str, role: Role) -> None:
    """Give an account another role."""
    _people().set_role(name, role)
    click.echo(f"{name} is {role.value} now.")


@people.command()
@click.argument("name")
@password_option
def password(name: str, password: str) -> None:
    """Give an account another password; its sessions end."""
    _people().set_password(name, password)
    click.echo(f"{name} has a new password and has to sign in again.")


@people.command()
@click.argument("name")
def remove(name: str) -> None:
    """Close an account and its sessions; the verdicts of its name stay."""
    _people().remove(name)
    click.echo(f"{name} has no account any more.")


def _people() -> People:
    return People(load_settings().accounts)
