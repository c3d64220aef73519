"""Screens of councils and of the quarterly duty."""

from collections.abc import Sequence
from datetime import date

from cluster.meetings.duty import QuarterDuty, Standing
from cluster.meetings.model import LiveCouncil, Member
from cluster.meetings.quorum import QuorumRule
from handlers.engine import PAGE, Button, Screen, page_row
from handlers.meetings import words
from handlers.meetings.taps import CouncilTap, DutyTap, ListTap
from locales import Html, Translator, lines
from services.meetings import CouncilCard, DutyPage

LINES_SHOWN = 12


def councils(t: Translator, found: Sequence[LiveCouncil], *, manages: bool) -> Screen:
    """Councils the person runs."""
    rows = [[Button(words.brief(one.name, 48), CouncilTap(c=one.id, do=CouncilTap.LOOK))] for one in found[:40]]
    if manages:
        rows.append([Button(t.plain("meetings-button-new-group"), CouncilTap(c=0, do=CouncilTap.NEW))])
    rows.append([Button(t.plain("meetings-button-list"), ListTap())])
    return Screen(t("meetings-councils") if found else t("meetings-councils-empty"), rows)


def card(t: Translator, shown: CouncilCard) -> Screen:
    """One council: who leads it, how many organisations, by which rule, where it announces."""
    one = shown.council
    nobody = t.plain("meetings-nobody")
    text = lines(
        t("meetings-council-head", name=one.name),
        lines(
            t("meetings-council-chair", name=one.chair or nobody),
            t("meetings-council-secretary", name=one.secretary or nobody),
            t("meetings-council-members", organisations=shown.organisations, people=len(shown.members)),
            t("meetings-council-quorum", rule=t.plain(_rule(one.quorum))),
        ),
        t("meetings-council-needed", needed=one.quorum.needed(shown.organisations)) if shown.organisations else None,
        t("meetings-members-none") if not shown.members else None,
        gap="\n\n",
    )

    def act(key: str, do: str, v: int = 0) -> Button:
        return Button(t.plain(f"meetings-button-{key}"), CouncilTap(c=one.id, do=do, v=v))

    rows = [
        [act("members", CouncilTap.MEMBERS), act("quorum", CouncilTap.QUORUM)],
        [act("chair", CouncilTap.CHAIR), act("secretary", CouncilTap.SECRETARY)],
        [
            act("group-on" if one.to_group else "group-off", CouncilTap.GROUP, int(not one.to_group)),
            act("channel-on" if one.to_channel else "channel-off", CouncilTap.CHANNEL, int(not one.to_channel)),
        ],
    ]
    if shown.calendar:
        rows.append([act("calendar-lines", CouncilTap.CALENDAR)])
    return Screen(text, [*rows, [Button(t.plain("meetings-button-councils"), CouncilTap(c=0, do=CouncilTap.ALL))]])


def _rule(rule: QuorumRule) -> str:
    return f"meetings-rule-{rule.value.replace('_', '-')}"


def quorum(t: Translator, one: LiveCouncil) -> Screen:
    """The rules to choose from."""
    rows = [
        [
            Button(
                f"{'✓ ' if rule is one.quorum else ''}{t.plain(_rule(rule))}",
                CouncilTap(c=one.id, do=CouncilTap.SET_QUORUM, v=number),
            )
        ]
        for number, rule in enumerate(QuorumRule)
    ]
    return Screen(t("meetings-quorum-ask"), [*rows, [_back(t, one.id)]])


def members(t: Translator, shown: CouncilCard, page: int) -> Screen:
    """Delegates by organisation; a tap opens one."""
    found, c = shown.members, shown.council.id
    page = min(max(0, page), max(0, len(found) - 1) // PAGE)
    rows = [
        [
            Button(
                words.brief(f"{one.organisation}: {one.person}", 50),
                CouncilTap(c=c, do=CouncilTap.MEMBER, v=one.id),
            )
        ]
        for one in found[page * PAGE : (page + 1) * PAGE]
    ]
    turn = page_row(t, page, len(found), lambda n: CouncilTap(c=c, do=CouncilTap.MEMBERS, v=n))
    add = Button(t.plain("meetings-button-add-member"), CouncilTap(c=c, do=CouncilTap.ADD))
    head = (
        t("meetings-members-head", council=shown.council.name, organisations=shown.organisations)
        if found
        else t("meetings-members-none")
    )
    return Screen(head, [*rows, turn, [add], [_back(t, c)]])


def member(t: Translator, shown: CouncilCard, one: Member) -> Screen:
    """One delegate and the end of the term."""
    until = t("meetings-member-until", day=t.day(one.until)) if one.until else None
    text = lines(
        t("meetings-member", person=one.person, organisation=one.organisation),
        lines(t("meetings-member-since", day=t.day(one.since)), until),
        t("meetings-member-end-hint"),
        gap="\n\n",
    )
    c = shown.council.id
    end = Button(t.plain("meetings-button-end-member"), CouncilTap(c=c, do=CouncilTap.END, v=one.id))
    back = Button(t.plain("form-back"), CouncilTap(c=c, do=CouncilTap.MEMBERS))
    return Screen(text, [[end], [back]])


def calendar(t: Translator, shown: CouncilCard) -> Screen:
    """The calendar of the cluster's documents: what was held, and drafts to make meetings of."""
    listed = [
        t(
            f"meetings-line-{line.state.value}",
            when=line.printed_when,
            year=str(line.first_day.year),
            agenda=words.brief(line.agenda, 160),
        )
        for line in shown.calendar[-LINES_SHOWN:]
    ]
    c = shown.council.id
    rows = [
        [
            Button(
                t.plain("meetings-button-make", when=f"{line.printed_when} {line.first_day.year}"),
                CouncilTap(c=c, do=CouncilTap.MAKE, v=line.id),
            )
        ]
        for line in shown.drafts[-LINES_SHOWN:]
    ]
    return Screen(lines(t("meetings-calendar-head"), *listed, gap="\n\n"), [*rows, [_back(t, c)]])


def _back(t: Translator, council_id: int) -> Button:
    return Button(t.plain("meetings-button-to-council"), CouncilTap(c=council_id, do=CouncilTap.LOOK))


def duty(t: Translator, page: DutyPage) -> Screen:
    """Quarters of a year for every council that must meet in each."""
    blocks = [
        lines(
            t("meetings-duty-council", name=one.council.name),
            *[quarter_line(t, each, page.today) for each in one.quarters],
        )
        for one in page.councils
    ]
    text = lines(
        t("meetings-duty-head", year=str(page.year)),
        *(blocks or [t("meetings-councils-empty")]),
        t("meetings-duty-warnings", count=page.warnings) if blocks else None,
        gap="\n\n",
    )
    years = [Button(f"‹ {page.year - 1}", DutyTap(year=page.year - 1))]
    years.append(Button(f"{page.year + 1} ›", DutyTap(year=page.year + 1)))
    file = Button(t.plain("meetings-button-duty-file"), DutyTap(year=page.year, file=1))
    return Screen(text, [years, [file], [Button(t.plain("meetings-button-list"), ListTap())]])


def quarter_line(t: Translator, one: QuarterDuty, today: date) -> Html:
    """«⚠️ III квартал: ничего не назначено»."""
    return t(
        "meetings-quarter-warns" if one.warns(today) else "meetings-quarter",
        quarter=one.quarter.roman,
        standing=standing(t, one, today),
    )


def standing(t: Translator, one: QuarterDuty, today: date) -> str:
    """What a council planned, held and signed in a quarter, in words."""
    if one.standing is Standing.EMPTY:
        return t.plain("meetings-standing-none" if one.over(today) else "meetings-standing-empty")
    counts = one.counts
    said = [
        t.plain(f"meetings-standing-{each.value}", count=counts[each])
        for each in (Standing.DRAFT, Standing.PLANNED)
        if counts.get(each)
    ]
    if one.held:
        said.append(t.plain("meetings-standing-held", count=one.held, signed=counts.get(Standing.SIGNED, 0)))
    return "; ".join(said)
