"""Every authored shape. The JSON Schemas that editors use are made from these models (see schemas.py)."""

from compare.model.article import Article, Claim, Section
from compare.model.base import BY_SIDE, CONTENDERS, Authored, Citation, Sourced, Statement
from compare.model.catalogue import Cell, Guide, Matrix, Package, Profile, Release, StackItem, Target, Tool
from compare.model.dimension import Change, Changes, Criterion, Dimension, Finding, WrittenVerdict
from compare.model.site import Contender, Redirect, Site
from compare.model.snippet import Cause, Causes, Default, Environment, Fact, Group, Part, Row, Rows, Run, Task
from compare.model.source import Publisher, Read, Source

__all__ = [
    "BY_SIDE",
    "CONTENDERS",
    "Article",
    "Authored",
    "Cause",
    "Causes",
    "Cell",
    "Change",
    "Changes",
    "Citation",
    "Claim",
    "Contender",
    "Criterion",
    "Default",
    "Dimension",
    "Environment",
    "Fact",
    "Finding",
    "Group",
    "Guide",
    "Matrix",
    "Package",
    "Part",
    "Profile",
    "Publisher",
    "Read",
    "Redirect",
    "Release",
    "Row",
    "Rows",
    "Run",
    "Section",
    "Site",
    "Source",
    "Sourced",
    "StackItem",
    "Statement",
    "Target",
    "Task",
    "Tool",
    "WrittenVerdict",
]
