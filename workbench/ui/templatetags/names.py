"""How templates call places and actors."""

from django import template

from claims.models import Actor, Place
from claims.selectors.meanings import name_in_page
from claims.selectors.name_search import language_of

register = template.Library()


@register.filter
def called(subject: Place | Actor) -> str:
    """Return the name of a place or an actor that the page's language asks for."""
    return name_in_page(subject.names)


@register.filter
def name_language(name: str) -> str:
    """Return the language of the script that a name is written in."""
    return language_of(name)
