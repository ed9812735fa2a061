"""Exercises written once, as data: their types, their bank, their marks."""

from seminar.exercises.bank import Bank, UnknownExercise, bank
from seminar.exercises.faults import BankError, Mistake
from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.marking import Mark, mark
from seminar.exercises.model import Exercise, Part

__all__ = [
    "Bank",
    "BankError",
    "Exercise",
    "Mark",
    "Mistake",
    "Part",
    "UnknownExercise",
    "bank",
    "fingerprint",
    "mark",
]
