"""What the news desk does by itself, every second."""

from datetime import datetime

from services.calendars import Calendars
from services.news.clock import remind
from services.news.publishing import publish_due, settle, tell_late_reviews
from storage import news_posts
from storage.database import Database


async def look_after_news(db: Database, calendars: Calendars, now: datetime) -> bool:
    """Note what became of posts, publish what is due, remind, tell of late reviews; says whether there was anything."""
    async with db.read() as connection:
        if not await news_posts.anything_due(connection, now):
            return False
    settled = await settle(db, now)
    published = await publish_due(db, now)
    reminded = await remind(db, calendars, now)
    return bool(await tell_late_reviews(db, now) or settled or published or reminded)
