"""«Исполнители» of a plan's row, told from its Russian text: who owes it by which date (product, section 2).

An organisation or a group of them («участники Кластера», «ПОО, входящие в Кластер») owes one by one; a council, a
working group or an office owes as such. Membership has dates: a group is who is a member on the day it is due.
"""

from cluster.executors.model import GROUPS, Enrolled, Executors, Office, Party, PartyKind, Roll, Term
from cluster.executors.reader import read_executors

__all__ = ["GROUPS", "Enrolled", "Executors", "Office", "Party", "PartyKind", "Roll", "Term", "read_executors"]
