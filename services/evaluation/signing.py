"""What is kept of a submitted sheet: a snapshot of ids and answers, and the code printed on the form.

Names of people are not in it: they are looked up when the form is made, so that a signed sheet of somebody who
withdrew shows a code (product, section 1).
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from cluster.evaluation.model import Work


def snapshot_of(work: Work, evidence: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """Everything the form shows, except names of people."""
    session, programme = work.session, work.programme
    return {
        "sheet_id": session.sheet_id,
        "session": {
            "id": session.id,
            "title": session.title,
            "starts_on": session.starts_on.isoformat(),
            "ends_on": session.ends_on.isoformat(),
        },
        "programme": {
            "id": programme.id,
            "organisation_id": programme.organisation_id,
            "college": programme.college,
            "code": programme.code,
            "title": programme.title,
            "figures": dict(programme.figures),
        },
        "answers": {
            key: {
                "verdict": answer.verdict.value if answer.verdict else None,
                "value": answer.value,
                "remark": answer.remark,
                "evidence": dict(evidence.get(key, {})),
            }
            for key, answer in sorted(work.answers.items())
        },
    }


def sheet_code(assignment_id: int, version: int, snapshot: Mapping[str, Any]) -> str:
    """The form's code: which sheet, which version, and a fingerprint of its content."""
    content = json.dumps(snapshot, sort_keys=True, ensure_ascii=False).encode()
    fingerprint = hashlib.sha256(content).hexdigest()[:6].upper()
    return f"ЭЛ-{assignment_id:05d}-{version}-{fingerprint}"
