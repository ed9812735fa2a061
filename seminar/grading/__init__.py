"""Marking a class: from what students handed in to a gradebook, each mark with its reason.

``incoming`` finds the files, ``marks`` marks one, ``grade`` a class of them; ``records`` says what is known
of each student and of each file that could not be marked. ``statistics`` counts what a class's answers say
of its exercises; ``report`` tells its teacher, and ``feedback`` each student.
"""
