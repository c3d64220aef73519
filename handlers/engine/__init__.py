"""What every conversation is made of: the talk, screens, forms, expected answers, lists in pages."""

from handlers.engine.files import SentFile, take_file
from handlers.engine.filters import Expecting
from handlers.engine.form import Form, Option, Step
from handlers.engine.formatting import formatted, said_formatted
from handlers.engine.memory import Memory
from handlers.engine.notices import Reader, render_notices, renders
from handlers.engine.pages import PAGE, page_row
from handlers.engine.posts import Post, PostEdit, PostFile, PostRemoval
from handlers.engine.screen import Attachment, Button, Screen, column, grid
from handlers.engine.talk import Talk
from handlers.engine.wording import refusal

__all__ = [
    "PAGE",
    "Attachment",
    "Button",
    "Expecting",
    "Form",
    "Memory",
    "Option",
    "Post",
    "PostEdit",
    "PostFile",
    "PostRemoval",
    "Reader",
    "Screen",
    "SentFile",
    "Step",
    "Talk",
    "column",
    "formatted",
    "grid",
    "page_row",
    "refusal",
    "render_notices",
    "renders",
    "said_formatted",
    "take_file",
]
