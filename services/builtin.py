"""A cluster's contents from the built-in data, written in the transaction that creates the cluster."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.bank import Agreement, ProgrammeKind
from cluster.data import Builtin
from cluster.data.models import SheetData
from cluster.directory import OrganisationName
from cluster.evaluation.states import SessionState
from storage import bank, directory, directory_documents, evaluation


async def fill(tx: AsyncConnection, cluster_id: int, data: Builtin, by: int, at: datetime) -> None:
    """Write everything the source documents say of a cluster.

    Args:
        cluster_id: a cluster without contents.
        by: id of the person who creates it; the historical expert sessions carry it.
        at: now.
    """
    ids = await _organisations(tx, cluster_id, data)
    await _specialities(tx, cluster_id, data, ids)
    await _documents(tx, cluster_id, data)
    sheet_id = await add_sheet(tx, cluster_id, data.sheet, at)
    await _sessions(tx, cluster_id, data, ids, sheet_id=sheet_id, by=by, at=at)


async def add_sheet(tx: AsyncConnection, cluster_id: int, sheet: SheetData, at: datetime) -> int:
    """Give a cluster the built-in expert sheet; gives its id."""
    return await directory_documents.insert_sheet(tx, cluster_id, sheet.code, sheet.title, sheet.content, at)


async def _organisations(tx: AsyncConnection, cluster_id: int, data: Builtin) -> dict[str, int]:
    ids: dict[str, int] = {}
    unions_first = sorted(data.cluster.organisations, key=lambda entry: entry.parent is not None)
    for entry in unions_first:
        ids[entry.key] = await directory.insert_organisation(
            tx,
            cluster_id,
            entry.kind,
            OrganisationName(entry.name, entry.short),
            parent_id=ids[entry.parent] if entry.parent else None,
            is_leading=entry.leading,
            is_member=entry.member,
            sources=[place.model_dump() for place in entry.sources],
        )
    return ids


async def _specialities(tx: AsyncConnection, cluster_id: int, data: Builtin, ids: Mapping[str, int]) -> None:
    """Groups (УГПС) with their colleges, and the programmes of the expert sessions with theirs."""
    for group in data.cluster.speciality_groups:
        colleges = [ids[key] for key in group.colleges]
        await directory.insert_speciality(
            tx, cluster_id, code=group.code, group_code=group.code, name=group.name, taught_by=colleges
        )
    for row in data.sessions.rows:
        for programme in row.programmes:
            await directory.insert_speciality(
                tx,
                cluster_id,
                code=programme.code,
                group_code=f"{programme.code[:2]}.00.00",
                name=programme.title,
                taught_by=[ids[row.college]],
            )


async def _documents(tx: AsyncConnection, cluster_id: int, data: Builtin) -> None:
    for council in data.cluster.councils:
        meetings = [
            {
                "state": meeting.state.value,
                "printed_when": meeting.when,
                "first_day": meeting.first_day,
                "last_day": meeting.last_day,
                "agenda": meeting.agenda,
            }
            for meeting in council.meetings
        ]
        await directory_documents.insert_council(tx, cluster_id, council.kind, council.name, meetings)
    for act in data.cluster.acts:
        await directory_documents.insert_act(tx, cluster_id, act.title, act.issued_on, act.number)
    for plan in data.plans:
        values = plan.model_dump(include={"title", "first_day", "last_day", "is_draft"})
        rows = [
            {
                "section": section.title,
                "number": row.number,
                "title": row.title,
                "executors": row.executors,
                "deadline_text": row.deadline,
                "result": row.result,
            }
            for section, row in plan.rows
        ]
        await directory_documents.insert_plan(
            tx, cluster_id, {**values, "year": plan.year.value, "source": plan.document}, rows
        )


async def _sessions(
    tx: AsyncConnection, cluster_id: int, data: Builtin, ids: Mapping[str, int], *, sheet_id: int, by: int, at: datetime
) -> None:
    """The expert sessions of 2022: over, with programmes and employers; the documents have no sheets of theirs.

    The bank of programmes begins with them: «рассмотрены», since no document tells the experts' decision.
    """
    held = data.sessions
    draft = f"builtin:{cluster_id}:{held.first_day}"
    session_id = await evaluation.insert_session(
        tx,
        cluster_id=cluster_id,
        title=held.title,
        starts_on=held.first_day,
        ends_on=held.last_day,
        deadline=held.last_day,
        minimum_sheets=1,
        sheet_id=sheet_id,
        state=SessionState.CLOSED.value,
        draft_key=draft,
        created_by=by,
        created_at=at,
        closed_at=at,
    )
    for row in held.rows:
        for number, programme in enumerate(row.programmes or (None,), start=1):
            programme_id = await evaluation.insert_programme(
                tx,
                cluster_id=cluster_id,
                session_id=session_id,
                organisation_id=ids[row.college],
                employer_id=ids[row.expert_enterprise],
                code=programme.code if programme else None,
                title=programme.title if programme else None,
                figures={},
                draft_key=f"{draft}:{row.number}:{number}",
                created_by=by,
                created_at=at,
            )
            if programme is not None:
                await bank.add(
                    tx,
                    college=data.cluster.organisation(row.college).name,
                    cluster_id=cluster_id,
                    organisation_id=ids[row.college],
                    employer_id=ids[row.expert_enterprise],
                    kind=ProgrammeKind.MAIN.value,
                    code=programme.code,
                    title=programme.title,
                    agreement=Agreement.EXAMINED.value,
                    agreed_on=held.last_day,
                    source_id=programme_id,
                    draft_key=f"session:{programme_id}",
                    created_by=by,
                    created_at=at,
                )
